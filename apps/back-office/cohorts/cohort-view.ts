import { places } from '#workflows/cohort/plan.js';
import { loads, type Register, seated, waitingList } from '#workflows/cohort/register.js';
import type { CohortState } from '#workflows/cohort/state.js';
import { results } from '#workflows/cohort/tasks/jury.js';
import type { PersonId } from '#workflows/kit/people.js';
import { catalogue } from '#workflows/catalogue.js';
import type { StoredCase } from '../cases/case-access.js';
import type { Fields } from '../openapi/fields.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import type { CohortMember, CohortRow, CohortView } from './cohorts.dto.js';

export type NameOf = (person: PersonId) => string;

/** What a member's own case says of itself. */
export type MemberCase = Pick<StoredCase, 'ref' | 'procedure' | 'revision' | 'stage' | 'status' | 'outcome' | 'next_day' | 'view'>;

/** What is known of the members beside the cohort's own journal. */
interface MembersSeen {
  readonly nameOf: NameOf;
  readonly cases: ReadonlyMap<string, MemberCase>;
  /** References of the grants that pay, by those of journeys. */
  readonly grants: ReadonlyMap<string, string>;
}

export const journeyLabel = (id: string): string => catalogue.find((one) => one.id === id)?.label ?? id;

export function cohortRow(one: StoredCase, { input, register }: CohortState): Fields<CohortRow> {
  const { ref, revision, stage, status, outcome } = one;
  const procedure = procedureOf(one.procedure, revision);
  const { title, journey, applicationsUntil, quotaYear, seats } = input;
  return {
    ref,
    title,
    journey: journey.id,
    journeyLabel: journeyLabel(journey.id),
    startsOn: register.plan.startsOn,
    juryOn: register.plan.jury.on,
    applicationsUntil,
    stage,
    stageLabel: stageLabel(procedure, stage),
    status,
    ...(outcome !== null && { outcomeLabel: outcomeLabel(procedure, outcome) }),
    quotaYear,
    seats,
    seated: seated(register).length,
    waiting: waitingList(register).length,
    applied: register.members.filter(({ state }) => state === 'applied').length,
  };
}

/** The cohort but for its clashes; members in the order of their applications. */
export function cohortView(
  one: StoredCase,
  state: CohortState,
  { nameOf, cases, grants, managed }: MembersSeen & { managed: boolean },
): Omit<Fields<CohortView>, 'clashes'> {
  const { input, register, pending } = state;
  const { plan } = register;
  const named = (id: PersonId) => ({ id, name: nameOf(id) });
  return {
    ...cohortRow(one, state),
    manager: named(input.manager),
    managed,
    plan,
    sessions: plan.sessions.map((session) => ({
      ...session,
      placeLabel: places[session.place],
      ...(session.trainer !== undefined && { trainerName: nameOf(session.trainer) }),
    })),
    coaches: loads(register).map(({ person, load, held }) => ({ person: named(person), load, held })),
    jury: plan.jury.members.map(named),
    quorum: plan.jury.quorum,
    resitBy: plan.resitBy,
    members: membersOf(state, { nameOf, cases, grants }),
    ...(input.fundedBy !== undefined && { fundedBy: input.fundedBy }),
    ...(pending && { pending: { why: pending.why, by: named(pending.by), lastDay: pending.lastDay, plan: pending.plan } }),
  };
}

function membersOf({ register, results: given }: CohortState, { nameOf, cases, grants }: MembersSeen): Fields<CohortMember>[] {
  const ranks = new Map(waitingList(register).map(({ ref }, index) => [ref, index + 1]));
  return register.members.map(({ ref, owner, track, state, coach }) => {
    const rank = ranks.get(ref);
    const result = given.get(ref);
    const fundedBy = grants.get(ref);
    return {
      ref,
      person: { id: owner, name: nameOf(owner) },
      state,
      ...(track !== undefined && { track }),
      ...(rank !== undefined && { rank }),
      ...(coach !== undefined && { coach: { id: coach, name: nameOf(coach) } }),
      ...(result !== undefined && { result: results[result] }),
      ...(fundedBy !== undefined && { fundedBy }),
      ...ofCase(cases.get(ref)),
    };
  });
}

/** A case that has just been opened may not have told anything yet. */
function ofCase(one: MemberCase | undefined): Pick<CohortMember, 'stageLabel' | 'status' | 'late' | 'outcomeLabel' | 'nextDay'> {
  if (!one) return { stageLabel: 'Dossier en cours d’ouverture', status: 'open', late: false };
  const procedure = procedureOf(one.procedure, one.revision);
  return {
    stageLabel: stageLabel(procedure, one.stage),
    status: one.status,
    late: one.view.waits.some(({ overdue }) => overdue),
    ...(one.outcome !== null && { outcomeLabel: outcomeLabel(procedure, one.outcome) }),
    ...(one.next_day !== null && { nextDay: one.next_day }),
  };
}

/** Everybody whom the page of a cohort names. */
export const peopleOf = ({ plan, members }: Register): PersonId[] => [
  ...plan.coaches.map(({ person }) => person),
  ...plan.jury.members,
  ...plan.sessions.flatMap(({ trainer }) => trainer ?? []),
  ...members.flatMap(({ owner, coach }) => [owner, ...(coach === undefined ? [] : [coach])]),
];
