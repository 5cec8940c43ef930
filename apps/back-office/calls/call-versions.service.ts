import { Injectable } from '@nestjs/common';
import type { CallVersion, Prisma } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CallAccess } from './call-access.js';
import type { CallStatus } from './call-states.js';
import { termsOf } from './call-terms.js';
import { dayOf, manages, type StoredCall } from './call-view.js';
import type { CallVersionView } from './call-versions.dto.js';

/** Who changes the call, from which version, and why. */
interface Change {
  readonly viewer: Viewer;
  readonly version: number;
  readonly reason?: string | undefined;
}

/** Every change of a call is a version of its own; none is ever overwritten. */
@Injectable()
export class CallVersionsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CallAccess,
  ) {}

  /** The latest first. Who does not manage the call sees what was published. */
  async list(viewer: Viewer, id: string): Promise<CallVersionView[]> {
    const call = await this.access.seen(viewer, id);
    const managed = manages(viewer, call);
    const versions = await this.prisma.callVersion.findMany({
      where: { callId: id, ...(!managed && { status: { not: 'draft' } }) },
      orderBy: { version: 'desc' },
    });
    const authors = versions.flatMap(({ changedBy }) => changedBy ?? []);
    const people = managed ? await this.prisma.person.findMany({ where: { id: { in: authors } }, select: { id: true, name: true } }) : [];
    return versions.map((version) => versionView(version, people.find((person) => person.id === version.changedBy)?.name));
  }

  /** Changes the call and keeps what it says now as its next version. Refused when it has moved since it was read. */
  append(call: StoredCall, data: Prisma.CallUpdateManyMutationInput, { viewer, version, reason }: Change): Promise<StoredCall> {
    const { id, status } = call;
    return this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.call.updateMany({
        where: { id, version, status },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) throw new Problem('callChanged', { version: call.version });
      const changed = await transaction.call.findUniqueOrThrow({ where: { id }, include: { fund: true } });
      await transaction.callVersion.create({
        data: { callId: id, ...versionColumns(changed), changedBy: viewer.id, reason: reason?.trim() || null },
      });
      return changed;
    });
  }
}

/** What a version keeps of its call. */
export const versionColumns = ({
  version,
  status,
  title,
  opensOn,
  closesOn,
  envelopeCents,
  terms,
}: Omit<CallVersion, 'callId'> | StoredCall) => ({
  version,
  status,
  title,
  opensOn,
  closesOn,
  envelopeCents,
  terms: terms as Prisma.InputJsonObject,
});

function versionView(stored: CallVersion, changedBy: string | undefined): CallVersionView {
  const { version, status, title, opensOn, closesOn, envelopeCents, reason, at } = stored;
  return {
    version,
    status: status as CallStatus,
    title,
    opensOn: dayOf(opensOn),
    closesOn: dayOf(closesOn),
    envelopeCents: Number(envelopeCents),
    terms: { ...termsOf(stored) },
    ...(changedBy !== undefined && { changedBy }),
    ...(reason !== null && { reason }),
    at: at.toISOString(),
  };
}
