import type { PersonId } from '../kit/people.js';
import type { AgendaCase, Member } from './input.js';

/** Members who do not sit on each case, by its reference. They neither read nor vote on it. */
export type Recusals = ReadonlyMap<string, ReadonlySet<PersonId>>;

const siren = (siret: string) => siret.slice(0, 9);

/** Cases of the member's own body: the same legal person, whichever of its offices. CRPA L100-2, CGFP L121-5. */
export const flaggedFor = ({ siret }: Pick<Member, 'siret'>, agenda: readonly AgendaCase[]): AgendaCase[] =>
  siret === undefined ? [] : agenda.filter((one) => siren(one.siret) === siren(siret));

export const isRecused = (recusals: Recusals, ref: string, person: PersonId): boolean => recusals.get(ref)?.has(person) ?? false;

/** The cases that a member sits on. */
export const casesOf = (agenda: readonly AgendaCase[], recused: ReadonlySet<string>): AgendaCase[] =>
  agenda.filter(({ ref }) => !recused.has(ref));

/** From what each member is recused of, to who is recused on each case. */
export function recusalsOf(agenda: readonly AgendaCase[], byMember: ReadonlyMap<PersonId, ReadonlySet<string>>): Recusals {
  return new Map(agenda.map(({ ref }) => [ref, new Set([...byMember].flatMap(([person, recused]) => (recused.has(ref) ? [person] : [])))]));
}
