import type { PersonId } from '#workflows/kit/people.js';
import { committeeResults } from '#workflows/ftap/tasks/committee.js';
import type { AgendaCase } from '#workflows/ftap-committee/input.js';
import { isRecused } from '#workflows/ftap-committee/recusals.js';
import type { Opinion } from '#workflows/ftap-committee/tasks/give-opinions.js';
import type { StoredCase } from '../cases/case-access.js';
import type { Fields } from '../openapi/fields.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import type { SessionState } from './session-state.js';
import type { SessionCase, SessionOpinion, CommitteeSessionRow, CommitteeSession } from './sessions.dto.js';

type NameOf = (person: PersonId) => string;
type Stored = Pick<StoredCase, 'ref' | 'title' | 'procedure' | 'revision' | 'stage' | 'status' | 'outcome'>;

export function sessionRow(one: Stored, { input }: Pick<SessionState, 'input'>, nameOf: NameOf): Fields<CommitteeSessionRow> {
  const procedure = procedureOf(one.procedure, one.revision);
  return {
    ref: one.ref,
    title: one.title,
    callId: input.callId,
    callTitle: input.callTitle,
    metOn: input.metOn,
    stage: one.stage,
    stageLabel: stageLabel(procedure, one.stage),
    status: one.status,
    ...(one.outcome !== null && { outcomeLabel: one.outcome === 'withdrawn' ? 'Séance annulée' : outcomeLabel(procedure, one.outcome) }),
    cases: input.agenda.length,
    chair: { id: input.chair, name: nameOf(input.chair) },
  };
}

/** The session for who is looking: of a case that they stand aside from, nothing but its place on the agenda. */
export function sessionView(
  one: Stored,
  state: SessionState,
  { viewerId, nameOf }: { viewerId: PersonId; nameOf: NameOf },
): Fields<CommitteeSession> {
  const { input, sitting, recusals } = state;
  const named = (person: PersonId) => ({ id: person, name: nameOf(person) });
  const caseOf = (agendaCase: AgendaCase): Fields<SessionCase> => {
    const { ref, title, bodyName, requestedCents, totals, opinions, frozenSeq } = agendaCase;
    const closed = isRecused(recusals, ref, viewerId);
    const before = sitting?.cases.find((heard) => heard.ref === ref);
    const opinion = state.opinions.get(ref);
    return {
      ref,
      title,
      bodyName,
      closed,
      frozenSeq,
      frozenOn: state.convenedOn,
      recused: [...(recusals.get(ref) ?? [])].map(named),
      ...(!closed && { requestedCents, totals, opinions: opinions.map((said) => opinionWords[said] ?? said) }),
      ...(!closed && before && { marks: { ...before.marks }, quorum: { ...before.quorum } }),
      // Who stands aside learns the opinion with everybody else, when the minutes are signed.
      ...(opinion && (!closed || one.status === 'closed') && { opinion: opinionView(opinion) }),
    };
  };
  const order = sitting?.cases.map(({ ref }) => ref);
  const agenda = order ? [...input.agenda].sort((a, b) => order.indexOf(a.ref) - order.indexOf(b.ref)) : input.agenda;
  return {
    ...sessionRow(one, state, nameOf),
    secretary: named(input.secretary),
    members: input.members.map(({ person, bodyName }) => ({
      ...named(person),
      ...(bodyName !== undefined && { bodyName }),
      chair: person === input.chair,
      declared: state.declared.has(person),
      marked: state.marked.has(person),
      ...(sitting && { present: sitting.present.includes(person) }),
    })),
    quorum: input.quorum,
    ...(input.shortNotice !== undefined && { shortNotice: input.shortNotice }),
    convenedOn: state.convenedOn,
    envelopeLeftCents: input.envelopeLeftCents,
    opened: sitting !== undefined,
    agenda: agenda.map(caseOf),
  };
}

const opinionWords: Readonly<Record<string, string>> = { favourable: 'favorable', reserved: 'réservé', unfavourable: 'défavorable' };

function opinionView(opinion: Opinion): Fields<SessionOpinion> {
  const { result } = opinion;
  return {
    result,
    label: committeeResults[result],
    ...('amountCents' in opinion && { amountCents: opinion.amountCents }),
    ...(result === 'waitingList' && { rank: opinion.rank }),
    ...(result === 'reserved' && { text: opinion.reserves }),
    ...('why' in opinion && { text: opinion.why }),
  };
}
