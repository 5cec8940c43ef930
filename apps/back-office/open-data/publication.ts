import { type CivilDate, daysBetween } from '#workflows/calendar/civil-date.js';
import { type GrantFacts, type Grantor, mustBePublished, publishBy, scdlRow } from './grant-facts.js';
import type { ScdlRow } from './scdl-columns.js';
import { type Violation, violationsOf } from './scdl-rules.js';

/** Which grants a service publishes: those that the law wants, or all that it awards. */
export const openDataScopes = ['legal', 'all'] as const;
export type OpenDataScope = (typeof openDataScopes)[number];

export const publicationStates = ['published', 'toCorrect', 'notSigned', 'voluntary', 'withdrawn'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Where a grant stands in the published table, and why. */
export interface Publication {
  readonly grant: GrantFacts;
  readonly row: ScdlRow;
  readonly state: PublicationState;
  readonly mandatory: boolean;
  /** Last day to publish and how many are left, negative when it is late; for what the law wants published and is not. */
  readonly publishBy?: CivilDate;
  readonly daysLeft?: number;
  readonly violations: readonly Violation[];
}

interface Publishing {
  readonly grantor: Grantor;
  readonly scope: OpenDataScope;
  readonly today: CivilDate;
}

/** The award is as if it had never been. */
const undone: ReadonlySet<string> = new Set(['renounced', 'lapsed', 'withdrawnByAuthority', 'withdrawn']);

/** What is published of these grants and what is not. Pure; the rows of violations count the grants from 1, in this order. */
export const publications = (grants: readonly GrantFacts[], publishing: Publishing): Publication[] =>
  grants.map((grant, index) => {
    const row = scdlRow(grant, publishing.grantor);
    const mandatory = mustBePublished(grant);
    const violations = grant.signedOn === undefined ? [] : violationsOf(row, index + 1);
    const state = stateOf(grant, mandatory || publishing.scope === 'all', violations);
    const last = grant.signedOn !== undefined && mandatory && state !== 'withdrawn' ? publishBy(grant.signedOn) : undefined;
    return {
      grant,
      row,
      state,
      mandatory,
      ...(last !== undefined && { publishBy: last, ...(state !== 'published' && { daysLeft: daysBetween(publishing.today, last) }) }),
      violations,
    };
  });

function stateOf({ outcome, signedOn }: GrantFacts, wanted: boolean, violations: readonly Violation[]): PublicationState {
  if (outcome !== undefined && undone.has(outcome)) return 'withdrawn';
  if (signedOn === undefined) return 'notSigned';
  if (!wanted) return 'voluntary';
  return violations.length > 0 ? 'toCorrect' : 'published';
}

/** Why it stands so, for the person who looks after the publication. */
export const publicationReasons: Readonly<Record<PublicationState, string>> = {
  published: 'Publié\u00a0: la ligne est dans le fichier.',
  toCorrect: 'Non publié\u00a0: la ligne ne respecte pas le schéma, voir les règles enfreintes.',
  notSigned: 'Pas encore publié\u00a0: les deux parties n’ont pas signé la convention.',
  voluntary: 'Non publié\u00a0: la loi ne l’exige pas et le service ne publie que ce qu’elle exige.',
  withdrawn: 'Non publié\u00a0: l’attribution n’existe plus (renoncement, caducité ou retrait).',
};
