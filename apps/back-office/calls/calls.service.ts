import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Call, Fund, Prisma } from '#prisma/generated/client.js';
import { termsErrors, termsOf } from './call-terms.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import type { CallChange, CallStatus, CallView, FundSummary, NewCall } from './calls.dto.js';

type StoredCall = Call & { readonly fund: Fund };

/** Funds and their calls are data. A call's terms can change until it is published; a case freezes them when it is filed. */
@Injectable()
export class CallsService {
  constructor(private readonly prisma: PrismaService) {}

  async funds(): Promise<FundSummary[]> {
    return this.prisma.fund.findMany({ orderBy: { name: 'asc' } });
  }

  async list(viewer: Viewer): Promise<CallView[]> {
    const calls = await this.prisma.call.findMany({ include: { fund: true }, orderBy: [{ closesOn: 'desc' }, { id: 'asc' }] });
    return calls.filter((call) => call.status !== 'draft' || manages(viewer, call)).map(callView);
  }

  async get(viewer: Viewer, id: string): Promise<CallView> {
    const call = await this.stored(id);
    if (call.status === 'draft' && !manages(viewer, call)) throw notFound();
    return callView(call);
  }

  async create(viewer: Viewer, { fundId, procedure = 'ftap', ...rest }: NewCall): Promise<CallView> {
    const id = randomUUID();
    if (!manages(viewer, { id, procedure })) throw new Problem('forbidden');
    const fund = await this.prisma.fund.findUnique({ where: { id: fundId } });
    if (!fund) throw new Problem('invalid', { fields: { fundId: 'Ce fonds n’existe pas.' } });
    const data = { id, fundId, procedure, ...columns(rest) };
    return callView(await this.prisma.call.create({ data, include: { fund: true } }));
  }

  async change(viewer: Viewer, id: string, { version, fundId: _fund, procedure: _procedure, ...rest }: CallChange): Promise<CallView> {
    const call = await this.managed(viewer, id);
    if (call.status !== 'draft') throw new Problem('callFrozen');
    return this.update(id, { version, status: 'draft' }, columns(rest));
  }

  async publish(viewer: Viewer, id: string): Promise<CallView> {
    const call = await this.managed(viewer, id);
    if (call.status !== 'draft') throw new Problem('callFrozen');
    return this.update(id, { version: call.version, status: 'draft' }, { status: 'published' });
  }

  async close(viewer: Viewer, id: string): Promise<CallView> {
    const call = await this.managed(viewer, id);
    return this.update(id, { version: call.version, status: call.status }, { status: 'closed' });
  }

  private async update(id: string, was: { version: number; status: string }, data: Prisma.CallUpdateManyMutationInput): Promise<CallView> {
    const { count } = await this.prisma.call.updateMany({ where: { id, ...was }, data: { ...data, version: { increment: 1 } } });
    if (count === 0) throw new Problem('callChanged');
    return callView(await this.stored(id));
  }

  private async managed(viewer: Viewer, id: string): Promise<StoredCall> {
    const call = await this.stored(id);
    if (!manages(viewer, call)) throw notFound();
    return call;
  }

  private async stored(id: string): Promise<StoredCall> {
    const call = await this.prisma.call.findUnique({ where: { id }, include: { fund: true } });
    if (!call) throw notFound();
    return call;
  }
}

const manages = (viewer: Viewer, { id, procedure }: Pick<Call, 'id' | 'procedure'>) =>
  viewer.grants.some(
    (grant) =>
      grant.role === 'programManager' &&
      (grant.procedure === undefined || grant.procedure === procedure) &&
      (grant.callId === undefined || grant.callId === id),
  );

/** Civil dates cross the database as midnight UTC. */
export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Whether an application may be filed today, in Paris. */
export const isOpen = ({ status, opensOn, closesOn }: Pick<Call, 'status' | 'opensOn' | 'closesOn'>) => {
  const today = civilDateAt(Date.now());
  return status === 'published' && dayOf(opensOn) <= today && today <= dayOf(closesOn);
};

export function callView(call: StoredCall): CallView {
  const { id, fund, procedure, title, status, opensOn, closesOn, envelopeCents, version } = call;
  return {
    id,
    fund: { id: fund.id, name: fund.name, slug: fund.slug },
    procedure,
    title,
    status: status as CallStatus,
    opensOn: dayOf(opensOn),
    closesOn: dayOf(closesOn),
    envelopeCents: Number(envelopeCents),
    terms: { ...termsOf(call) },
    version,
    open: isOpen(call),
  };
}

function columns({ title, opensOn, closesOn, envelopeCents, terms }: Omit<NewCall, 'fundId' | 'procedure'>) {
  const stored = { title, envelopeCents: BigInt(envelopeCents), terms: terms as Prisma.InputJsonObject };
  const fields = {
    ...termsErrors({ ...stored, terms: terms as Prisma.JsonObject }),
    ...(closesOn < opensOn && { closesOn: 'La clôture ne peut pas précéder l’ouverture.' }),
  };
  if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
  return { ...stored, opensOn: new Date(opensOn), closesOn: new Date(closesOn) };
}
