import type { CivilDate } from '../calendar/civil-date.js';
import type { PersonId } from '../kit/people.js';
import type { Coach, CohortPlan } from './plan.js';

/** `applied`: their case studies the application. `left`: the seat is free again, the case may go on. */
export type MemberState = 'applied' | 'waiting' | 'seated' | 'left' | 'ended';

export interface Member {
  readonly ref: string;
  readonly owner: PersonId;
  readonly track?: string;
  readonly state: MemberState;
  /** Since they have had a seat. */
  readonly coach?: PersonId;
  /** Who accompanied them before: like their coach, they do not judge them. */
  readonly formerCoaches?: readonly PersonId[];
}

/** A cohort between two events: its plan, and its members in the order in which they applied. */
export interface Register {
  readonly seats: number;
  readonly plan: CohortPlan;
  readonly members: readonly Member[];
  /** References in the order in which they asked for a seat. */
  readonly queue: readonly string[];
}

export const emptyRegister = (seats: number, plan: CohortPlan): Register => ({ seats, plan, members: [], queue: [] });

export const memberOf = ({ members }: Register, ref: string): Member | undefined => members.find((one) => one.ref === ref);

export const seated = ({ members }: Register): Member[] => members.filter(({ state }) => state === 'seated');

/** Those on the waiting list, first in rank first. */
export const waitingList = (register: Register): Member[] =>
  register.queue.flatMap((ref) => {
    const one = memberOf(register, ref);
    return one?.state === 'waiting' ? [one] : [];
  });

/** One person applies once, unless the case of their earlier application has ended. */
export const mayApply = ({ members }: Register, owner: PersonId): boolean =>
  !members.some((one) => one.owner === owner && one.state !== 'ended' && one.state !== 'left');

export const applied = (register: Register, member: Pick<Member, 'ref' | 'owner' | 'track'>): Register => ({
  ...register,
  members: [...register.members, { ...member, state: 'applied' }],
});

/** A member whose application was retained asks for a seat: twice is once. */
export function askedForSeat(register: Register, ref: string): Register {
  if (memberOf(register, ref)?.state !== 'applied') return register;
  return { ...withMember(register, ref, { state: 'waiting' }), queue: [...register.queue, ref] };
}

/** Free seats go to the waiting list in its order, until the day on which the cohort starts. Each gets the coach who has most room. */
export function seatsGiven(register: Register, today: CivilDate): { readonly register: Register; readonly given: readonly Member[] } {
  const given: Member[] = [];
  let now = register;
  for (const { ref } of today > register.plan.startsOn ? [] : waitingList(register)) {
    if (seated(now).length >= now.seats) break;
    now = withMember(now, ref, { state: 'seated', coach: coachWithRoom(now) });
    const one = memberOf(now, ref);
    if (one) given.push(one);
  }
  return { register: now, given };
}

/** The seat is free; what happens to the case is the member's own. */
export const left = (register: Register, ref: string): Register => {
  const state = memberOf(register, ref)?.state;
  return state === undefined || state === 'ended' ? register : withMember(register, ref, { state: 'left' });
};

export const ended = (register: Register, ref: string): Register =>
  memberOf(register, ref) ? withMember(register, ref, { state: 'ended' }) : register;

export interface Recoached {
  readonly member: Member;
  readonly previous: PersonId;
}

/** Another plan: members whose coach is no longer in it go to those who have most room. */
export function replanned(register: Register, plan: CohortPlan): { readonly register: Register; readonly recoached: readonly Recoached[] } {
  const recoached: Recoached[] = [];
  let now: Register = { ...register, plan };
  for (const { ref, coach: previous, formerCoaches = [] } of seated(now)) {
    if (previous === undefined || plan.coaches.some(({ person }) => person === previous)) continue;
    now = withMember(now, ref, { coach: coachWithRoom(now), formerCoaches: [...formerCoaches, previous] });
    const member = memberOf(now, ref);
    if (member) recoached.push({ member, previous });
  }
  return { register: now, recoached };
}

/** Participants of each coach, in the order of the plan. */
export const loads = (register: Register): (Coach & { readonly held: number })[] =>
  register.plan.coaches.map((coach) => ({ ...coach, held: seated(register).filter((one) => one.coach === coach.person).length }));

/** Coaches who accompany more participants than they said they could. */
export const overloaded = (register: Register): ReturnType<typeof loads> => loads(register).filter(({ held, load }) => held > load);

/** Who has the largest share of their load free, and the first of equals. Somebody takes the participant even when all are full. */
function coachWithRoom(register: Register): PersonId {
  const [first, ...others] = loads(register);
  if (!first) throw new RangeError('A cohort has at least one coach.');
  return others.reduce((best, one) => (one.held / one.load < best.held / best.load ? one : best), first).person;
}

const withMember = (register: Register, ref: string, change: Partial<Member>): Register => ({
  ...register,
  members: register.members.map((one) => (one.ref === ref ? { ...one, ...change } : one)),
});
