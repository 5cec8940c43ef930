import type { PersonId } from '../kit/people.js';
import type { CohortPlan } from './plan.js';
import type { Member } from './register.js';

/** Ties that jury members declared: the participants whom each does not judge. */
export type Ties = ReadonlyMap<PersonId, ReadonlySet<PersonId>>;

/** Who judges a participant, and whether there are enough of them. */
export interface Judges {
  readonly judges: readonly PersonId[];
  /** Members of the jury who stand aside: who coaches this participant or has coached them, and who declared a tie. */
  readonly recused: readonly PersonId[];
  readonly needed: number;
  readonly reached: boolean;
}

/** A coach never judges their own participant (separation of duties, permissions.json); the quorum is counted without those who stand aside. */
export function judgesOf(
  { members: jury, quorum }: CohortPlan['jury'],
  present: readonly PersonId[],
  { owner, coach, formerCoaches = [] }: Pick<Member, 'owner' | 'coach' | 'formerCoaches'>,
  ties: Ties = new Map(),
): Judges {
  const isRecused = (person: PersonId) =>
    person === coach || formerCoaches.includes(person) || person === owner || (ties.get(person)?.has(owner) ?? false);
  const may = jury.filter((person) => !isRecused(person));
  const judges = may.filter((person) => present.includes(person));
  // A share such as 0.6 of 5 members is three of them, whatever binary fractions make of it.
  const needed = Math.max(1, Math.ceil(may.length * quorum - 1e-9));
  return { judges, recused: jury.filter(isRecused), needed, reached: judges.length >= needed };
}
