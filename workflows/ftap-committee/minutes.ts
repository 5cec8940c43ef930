import type { PersonId } from '../kit/people.js';
import type { SessionInput } from './input.js';
import type { CaseBefore, Opinion } from './tasks/give-opinions.js';
import { type Recusals } from './recusals.js';

/** The sitting, told in full: what the minutes are written from. People by their ids; the letter looks their names up. */
export interface Minutes {
  readonly callTitle: string;
  readonly metOn: string;
  readonly shortNotice?: string;
  readonly presiding: PersonId;
  readonly secretary: PersonId;
  readonly present: readonly PersonId[];
  readonly absent: readonly PersonId[];
  /** Share of the members without a recusal who must be there. */
  readonly quorum: number;
  readonly envelopeLeftCents: number;
  readonly proposedCents: number;
  /** In the order of the ranking. */
  readonly cases: readonly (CaseBefore & { readonly recused: readonly PersonId[]; readonly opinion: Opinion })[];
  /** Left out of the draft. */
  readonly signedOn?: string;
}

export interface Sitting {
  readonly presiding: PersonId;
  readonly present: readonly PersonId[];
  readonly recusals: Recusals;
  /** In the order of the ranking. */
  readonly cases: readonly CaseBefore[];
}

/** The minutes of a sitting and its opinions, by reference of the case. */
export function minutesOf(
  { callTitle, metOn, shortNotice, secretary, members, quorum, envelopeLeftCents }: SessionInput,
  { presiding, present, recusals, cases }: Sitting,
  opinions: ReadonlyMap<string, Opinion>,
): Minutes {
  const all = members.map(({ person }) => person);
  const heard = cases.flatMap((one) => {
    const opinion = opinions.get(one.ref);
    return opinion ? [{ ...one, recused: [...(recusals.get(one.ref) ?? [])], opinion }] : [];
  });
  return {
    callTitle,
    metOn,
    ...(shortNotice !== undefined && { shortNotice }),
    presiding,
    secretary,
    present: all.filter((person) => present.includes(person)),
    absent: all.filter((person) => !present.includes(person)),
    quorum,
    envelopeLeftCents,
    proposedCents: heard.reduce(
      (sum, { opinion }) => sum + ('amountCents' in opinion && opinion.result !== 'waitingList' ? opinion.amountCents : 0),
      0,
    ),
    cases: heard,
  };
}
