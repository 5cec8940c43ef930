import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Prisma } from '#prisma/generated/client.js';
import { addDays, daysBetween } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CallAccess } from './call-access.js';
import { CallProgressService } from './call-progress.service.js';
import { type CallAct, type CallStatus, isAmendable, statusAfter, whyNot } from './call-states.js';
import { columnsOf, termsOf } from './call-terms.js';
import { CallVersionsService } from './call-versions.service.js';
import { callView, dayOf, manages, type StoredCall } from './call-view.js';
import type { CallActRequest, CallChange, CallContent, CallCopy, CallGroupsView, CallView, NewCall } from './calls.dto.js';

/** Calls are data: created, published, amended, closed. Each case goes on under the version that it answered. */
@Injectable()
export class CallsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CallAccess,
    private readonly versions: CallVersionsService,
    private readonly progress: CallProgressService,
  ) {}

  async list(viewer: Viewer): Promise<CallView[]> {
    const calls = await this.prisma.call.findMany({ include: { fund: true }, orderBy: [{ closesOn: 'desc' }, { id: 'asc' }] });
    return calls.filter((call) => call.status !== 'draft' || manages(viewer, call)).map((call) => callView(viewer, call));
  }

  async get(viewer: Viewer, id: string): Promise<CallView> {
    return callView(viewer, await this.access.seen(viewer, id));
  }

  /** Groups that a call may name. */
  async groups(): Promise<CallGroupsView> {
    const grants = await this.prisma.grant.findMany({
      where: { role: { in: ['reviewer', 'expert'] }, groupName: { not: null } },
      distinct: ['role', 'groupName'],
      orderBy: { groupName: 'asc' },
    });
    const of = (held: string) => grants.flatMap(({ role, groupName }) => (role === held && groupName !== null ? [groupName] : []));
    return { reviewers: of('reviewer'), experts: of('expert') };
  }

  async create(viewer: Viewer, { fundId, procedure = 'ftap', ...content }: NewCall): Promise<CallView> {
    const fund = await this.prisma.fund.findUnique({ where: { id: fundId } });
    if (!fund) throw new Problem('invalid', { fields: { fundId: 'Ce fonds n’existe pas.' } });
    return this.begin(viewer, { fundId, procedure }, content);
  }

  /** Another call with the same terms; its sessions are as far from its opening as they were. */
  async copy(viewer: Viewer, id: string, { title, opensOn, closesOn }: CallCopy): Promise<CallView> {
    const call = await this.access.managed(viewer, id);
    const { title: _title, envelopeCents, committeeDates, ...terms } = termsOf(call);
    const shift = daysBetween(dayOf(call.opensOn), opensOn);
    const shifted = { ...terms, committeeDates: committeeDates.map((day) => addDays(day, shift)) };
    return this.begin(viewer, call, { title, opensOn, closesOn, envelopeCents, terms: shifted });
  }

  /** A call in preparation changes freely; a published one with a reason, for those who have not filed yet. */
  async change(viewer: Viewer, id: string, { version, reason, ...content }: CallChange): Promise<CallView> {
    const call = await this.access.managed(viewer, id);
    if (!isAmendable(call.status as CallStatus)) throw new Problem('callFrozen');
    const columns = columnsOf(content);
    if (call.status !== 'draft') await this.checkAmendment(call, content, reason);
    return callView(viewer, await this.versions.append(call, columns, { viewer, version, reason }));
  }

  async act(viewer: Viewer, id: string, act: CallAct, { version, reason }: CallActRequest): Promise<CallView> {
    const call = await this.access.managed(viewer, id);
    const status = statusAfter(call.status as CallStatus, act);
    if (status === undefined) throw new Problem('callStatus', { help: whyNot(call.status as CallStatus, act) });
    if (act === 'publish') await this.checkPublication(call);
    if (act === 'settle') await this.checkSettlement(id);
    return callView(viewer, await this.versions.append(call, { status }, { viewer, version, reason }));
  }

  private async begin(viewer: Viewer, of: { fundId: string; procedure: string }, content: CallContent): Promise<CallView> {
    const { fundId, procedure } = of;
    const id = randomUUID();
    if (!manages(viewer, { id, procedure })) throw new Problem('forbidden');
    const columns = columnsOf(content);
    const first = { version: 1, status: 'draft', ...columns, changedBy: viewer.id } satisfies Prisma.CallVersionCreateWithoutCallInput;
    const data = { id, fundId, procedure, ...columns, versions: { create: first } };
    return callView(viewer, await this.prisma.call.create({ data, include: { fund: true } }));
  }

  private async checkAmendment(call: StoredCall, { closesOn, envelopeCents }: CallContent, reason = '') {
    const used = await this.progress.usedCents(call.id);
    const fields = {
      ...(reason.trim() === '' && { reason: 'Dites pourquoi : cet appel est déjà publié.' }),
      ...(closesOn !== dayOf(call.closesOn) && pastDay(closesOn)),
      ...(envelopeCents < used && { envelopeCents: 'L’enveloppe ne peut pas être inférieure aux subventions déjà attribuées.' }),
    };
    if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
  }

  /** A published call must be able to receive, and somebody to read what it receives. */
  private async checkPublication(call: StoredCall) {
    const { reviewersGroup, expertGroups } = termsOf(call);
    const { reviewers, experts } = await this.groups();
    const fields = {
      ...pastDay(dayOf(call.closesOn)),
      ...(!reviewers.includes(reviewersGroup) && { 'terms.reviewersGroup': 'Personne n’appartient à ce groupe.' }),
      ...(!expertGroups.every((group) => experts.includes(group)) && {
        'terms.expertGroups': 'Personne n’appartient à l’un de ces groupes.',
      }),
    };
    if (Object.keys(fields).length > 0) throw new Problem('callNotReady', { fields });
  }

  private async checkSettlement(id: string) {
    const running = await this.progress.running(id);
    if (running.length > 0) throw new Problem('callRunning', { help: stillRunning(running.map(({ ref }) => ref)) });
  }
}

const pastDay = (closesOn: string) =>
  closesOn < civilDateAt(Date.now()) && { closesOn: 'Cette date est passée : indiquez une date à venir, ou clôturez l’appel.' };

const shown = 10;
const stillRunning = (refs: readonly string[]) => {
  const more = refs.length - shown;
  const named = `${refs.slice(0, shown).join(', ')}${more > 0 ? ` et ${more} autre${more > 1 ? 's' : ''}` : ''}`;
  return refs.length === 1
    ? `Un dossier n’est ni clos ni en suivi des effets\u00a0: ${named}. Menez-le à son terme, puis soldez l’appel.`
    : `${refs.length} dossiers ne sont ni clos ni en suivi des effets\u00a0: ${named}. Menez-les à leur terme, puis soldez l’appel.`;
};
