import { Injectable } from '@nestjs/common';
import type { Prisma } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { ParticipationRight } from '../permissions/participation.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import type { CoApplicant, Invitation } from './co-applicants.dto.js';
import { DraftAccess } from './draft-access.js';

/** Who prepares an application with its owner. The list is settled when the application is filed: the case excludes them from reviewing it. */
@Injectable()
export class CoApplicantsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: DraftAccess,
  ) {}

  /** For who may read the draft. */
  async of(draftId: string): Promise<CoApplicant[]> {
    const rows = await this.prisma.participation.findMany({
      where: { draftId },
      include: { person: { include: { body: true } } },
      orderBy: [{ at: 'asc' }, { personId: 'asc' }],
    });
    return rows.map(({ personId, right, person: { name, body } }) => ({
      personId,
      name,
      ...(body && { bodyName: body.name }),
      right: right as ParticipationRight,
    }));
  }

  /** Shares the draft with the person of this address; inviting them again changes their right. */
  async invite(viewer: Viewer, draftId: string, { email, right }: Invitation): Promise<CoApplicant[]> {
    const draft = await this.access.owned(viewer, draftId);
    const person = await this.prisma.person.findFirst({
      where: { email: { equals: email, mode: 'insensitive' }, grants: { some: { role: 'applicant' } } },
      select: { id: true },
    });
    if (!person) throw new Problem('personUnknown', { fields: { email: 'Aucun compte de porteur n’a cette adresse.' } });
    if (person.id === draft.ownerId) throw new Problem('alreadyApplicant', { fields: { email: 'Cette demande est déjà la vôtre.' } });
    const key = { draftId, personId: person.id };
    await this.whileUnfiled(draftId, (transaction) =>
      transaction.participation.upsert({
        where: { draftId_personId: key },
        create: { ...key, right, givenBy: draft.ownerId },
        update: { right },
      }),
    );
    return this.of(draftId);
  }

  async change(viewer: Viewer, draftId: string, personId: string, right: ParticipationRight): Promise<CoApplicant[]> {
    await this.access.owned(viewer, draftId);
    const { count } = await this.whileUnfiled(draftId, ({ participation }) =>
      participation.updateMany({ where: { draftId, personId }, data: { right } }),
    );
    if (count === 0) throw notFound();
    return this.of(draftId);
  }

  /** The owner takes a right back; a co-applicant gives up their own. */
  async remove(viewer: Viewer, draftId: string, personId: string): Promise<void> {
    if (personId === viewer.id) await this.access.read(viewer, draftId);
    else await this.access.owned(viewer, draftId);
    await this.whileUnfiled(draftId, ({ participation }) => participation.deleteMany({ where: { draftId, personId } }));
  }

  /** Holds the draft's row, so that nobody joins or leaves between the moment its people are read for the case and the filing. */
  private whileUnfiled<T>(draftId: string, act: (transaction: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(async (transaction) => {
      const [row] = await transaction.$queryRaw<{ case_ref: string | null }[]>`
        SELECT case_ref FROM draft WHERE id = ${draftId}::uuid FOR UPDATE`;
      if (!row) throw notFound();
      if (row.case_ref !== null) throw new Problem('draftFiled');
      return act(transaction);
    });
  }
}
