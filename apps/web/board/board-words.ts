import type { Schemas } from '../api/client.js';
import { people } from '../directors/words.js';

type Standing = Schemas['Standing'];

/** Names of the parameters in the addresses that people read and share. */
export const names = {
  procedure: 'procedure',
  group: 'groupe',
  stage: 'etape',
  standing: 'situation',
  outcome: 'issue',
  month: 'fin',
  q: 'texte',
} as const;
export type Filter = keyof typeof names;
export type Filters = Readonly<Partial<Record<Filter, string>>>;

/** Situations as they stand in addresses. */
export const standingWords: Readonly<Record<Standing, string>> = {
  running: 'en-cours',
  paused: 'suspendus',
  gone: 'partis',
  ended: 'termines',
  late: 'en-retard',
  stuck: 'bloques',
};
const standings = Object.keys(standingWords) as Standing[];
export const standingOf = (word: string | undefined): Standing | undefined => standings.find((one) => standingWords[one] === word);

/** Address of the list behind a count. */
export function casesHref({ standing, ...filters }: Omit<Filters, 'standing'> & { readonly standing?: Standing }): string {
  const search = new URLSearchParams();
  for (const [filter, value] of Object.entries(filters)) search.set(names[filter as Filter], value);
  if (standing) search.set(names.standing, standingWords[standing]);
  return `/pilotage/dossiers${search.size === 0 ? '' : `?${search}`}`;
}

/** What each group is called, by what it is. */
export const groupNames = { cohort: 'Cohorte', edition: 'Vague', call: 'Appel' } as const satisfies Record<
  Schemas['BoardGroupKind'],
  string
>;

/** The group's own page. */
export const groupHref = ({ kind, id }: Pick<Schemas['BoardGroup'], 'kind' | 'id'>): string =>
  ({ cohort: `/cohortes/${id}`, edition: `/editions/${id}`, call: `/chiffres/${id}` })[kind];

/** `12`, or what stands for a count from which somebody could be recognised. */
export const counted = (count: number | undefined): string => (count === undefined ? 'non affiché' : people(count));
