import { Injectable } from '@nestjs/common';
import type { Body, Person } from '#prisma/generated/client.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import type { SessionInput } from '#workflows/ftap-committee/input.js';
import { CallAccess } from '../calls/call-access.js';
import { termsOf } from '../calls/call-terms.js';
import type { StoredCall } from '../calls/call-view.js';
import { PrismaService } from '../database/prisma.service.js';
import { EnvelopeService } from '../envelope/envelope.service.js';
import { sessionProcedure } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { type Awaiting, AwaitingCommittee } from './awaiting-committee.js';
import type { Candidates, Convened, NewSession } from './sessions.dto.js';

/** Members have the agenda seven working days before the sitting [D, F4]. */
const noticeWorkingDays = 7;

type Member = Person & { readonly body: Body | null };

/** Convenes sessions: everything that can be refused is refused before there is one. */
@Injectable()
export class ConveningService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly calls: CallAccess,
    private readonly awaiting: AwaitingCommittee,
    private readonly envelope: EnvelopeService,
    private readonly engine: CaseEngine,
  ) {}

  /** What a session of the call can be made of today. */
  async candidates(viewer: Viewer, callId: string): Promise<Candidates> {
    const call = await this.calls.managed(viewer, callId);
    const { committeeDates, committeeQuorum, zone } = termsOf(call);
    const today = civilDateAt(Date.now());
    const [cases, members, { leftCents }] = await Promise.all([
      this.awaiting.of(callId),
      this.possibleMembers(call),
      this.envelope.of(callId),
    ]);
    return {
      cases: cases.map(({ ref, title, bodyName, siret, lastDay, context: { requestedCents, totals } }) => ({
        ref,
        title,
        bodyName,
        siret,
        requestedCents,
        ...(totals.length > 0 && { mean: totals.reduce((sum, one) => sum + one, 0) / totals.length }),
        ...(lastDay !== undefined && { lastDay }),
      })),
      members: members.map(({ id, name, body }) => ({ id, name, ...(body && { bodyName: body.name, siret: body.siret }) })),
      dates: committeeDates.filter((day) => day >= today),
      firstDay: addWorkingDays(today, noticeWorkingDays, zone),
      quorum: committeeQuorum,
      envelopeLeftCents: leftCents,
    };
  }

  /** The same session asked for again, after a slow answer, is the one that was convened. */
  async convene(viewer: Viewer, asked: NewSession): Promise<Convened> {
    const call = await this.calls.managed(viewer, asked.callId);
    this.checkDay(call, asked);
    const members = await this.members(call, asked);
    return this.envelope.alone(call.id, async () => {
      const before = await this.convenedBefore(viewer, asked);
      if (before !== undefined) return { ref: before };
      const agenda = await this.agenda(asked);
      const { leftCents } = await this.envelope.of(call.id);
      const { committeeQuorum, zone } = termsOf(call);
      const { callId, metOn, chair, shortNotice } = asked;
      const input: SessionInput = {
        callId,
        callTitle: call.title,
        metOn,
        chair,
        secretary: viewer.id,
        members: members.map(({ id, body }) => ({ person: id, ...(body && { siret: body.siret, bodyName: body.name }) })),
        quorum: committeeQuorum,
        envelopeLeftCents: leftCents,
        ...(shortNotice !== undefined && { shortNotice }),
        zone,
        agenda,
      };
      return this.open(viewer, input);
    });
  }

  private checkDay(call: StoredCall, { metOn, shortNotice }: NewSession) {
    const today = civilDateAt(Date.now());
    if (metOn < today) throw new Problem('invalid', { fields: { metOn: 'La séance ne peut pas avoir eu lieu.' } });
    if (shortNotice === undefined && metOn < addWorkingDays(today, noticeWorkingDays, termsOf(call).zone)) throw new Problem('shortNotice');
  }

  /** In the order in which they were named. */
  private async members(call: StoredCall, { chair, members }: NewSession): Promise<Member[]> {
    if (!members.includes(chair)) throw new Problem('invalid', { fields: { chair: 'La présidence revient à un des membres convoqués.' } });
    const possible = new Map((await this.possibleMembers(call)).map((person) => [person.id, person]));
    const found = members.flatMap((id) => possible.get(id) ?? []);
    if (found.length < members.length)
      throw new Problem('invalid', { fields: { members: 'Une des personnes convoquées n’est pas membre du comité de cet appel.' } });
    return found;
  }

  private possibleMembers({ id, procedure }: StoredCall): Promise<Member[]> {
    return this.prisma.person.findMany({
      where: {
        grants: {
          some: {
            role: 'committeeMember',
            AND: [{ OR: [{ procedure: null }, { procedure }] }, { OR: [{ callId: null }, { callId: id }] }],
          },
        },
      },
      include: { body: true },
      orderBy: { name: 'asc' },
    });
  }

  /** The cases as they stand now: the journal's last entry and its hash say which version the committee has before it. */
  private async agenda({ callId, refs }: NewSession): Promise<SessionInput['agenda']> {
    const waiting = new Map((await this.awaiting.of(callId)).map((one) => [one.ref, one]));
    const missing = refs.filter((ref) => !waiting.has(ref));
    if (missing.length > 0)
      throw new Problem('notWaitingForCommittee', {
        fields: Object.fromEntries(missing.map((ref) => [ref, 'Ce dossier n’attend pas cette séance.'])),
      });
    return refs.flatMap((ref) => {
      const one = waiting.get(ref);
      return one ? [agendaCase(one)] : [];
    });
  }

  private async convenedBefore({ id }: Viewer, { callId, refs, metOn }: NewSession): Promise<string | undefined> {
    const onAgenda = await this.awaiting.onAgenda(callId);
    const sessions = new Set(refs.map((ref) => onAgenda.get(ref)));
    const [session] = sessions;
    if (sessions.size !== 1 || session === undefined) return undefined;
    const opened = await this.prisma.journal.findUnique({ where: { caseRef_seq: { caseRef: session, seq: 1 } } });
    const { input } = opened?.entry as unknown as { input: SessionInput };
    return input.metOn === metOn && input.secretary === id && input.agenda.length === refs.length ? session : undefined;
  }

  private async open(viewer: Viewer, input: SessionInput): Promise<Convened> {
    const procedure = procedureInForce(sessionProcedure, civilDateAt(Date.now()));
    if (!procedure) throw new Error('No revision of the committee’s sessions is in force.');
    const [numbered] = await this.prisma.$queryRaw<{ number: bigint }[]>`SELECT nextval('case_number') AS number`;
    const ref = `COMITE-${civilDateAt(Date.now()).slice(0, 4)}-${String(numbered?.number ?? 0n).padStart(6, '0')}`;
    await this.engine.open({ procedure: procedure.id, revision: procedure.revision, ref, input, by: viewer.id });
    return { ref };
  }
}

const agendaCase = ({ ref, title, bodyName, siret, lastSeq, lastHash, context }: Awaiting): SessionInput['agenda'][number] => ({
  ref,
  title,
  bodyName,
  siret,
  requestedCents: context.requestedCents,
  floorCents: context.floorCents,
  totals: [...context.totals],
  opinions: [...context.opinions],
  frozenSeq: lastSeq,
  frozenHash: lastHash,
});
