import type { PersonId } from '../kit/people.js';

/** Whether a case may be decided on. */
export interface CaseQuorum {
  /** Members who do not stand aside. */
  readonly sitting: number;
  /** Those of them who must be there. */
  readonly needed: number;
  readonly present: number;
  readonly reached: boolean;
}

/** The quorum of one case: a share of the members who do not stand aside, rounded up, and one member at least. */
export function quorumOf(
  members: readonly PersonId[],
  recused: ReadonlySet<PersonId>,
  present: readonly PersonId[],
  share: number,
): CaseQuorum {
  const sitting = members.filter((person) => !recused.has(person));
  // A share such as 0.6 of 5 members is three of them, whatever binary fractions make of it.
  const needed = Math.max(1, Math.ceil(sitting.length * share - 1e-9));
  const there = sitting.filter((person) => present.includes(person)).length;
  return { sitting: sitting.length, needed, present: there, reached: there >= needed };
}
