import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { type Filter, type Filters, names, standingOf } from './board-words.js';

const sorts = ['nextDay', 'endsOn', 'opened', 'person'] as const satisfies readonly Schemas['BoardSort'][];

/** What the address asks for. */
export function askedIn(search: URLSearchParams, cursor: string | undefined) {
  const filters: Filters = Object.fromEntries(
    (Object.keys(names) as Filter[]).flatMap((filter) => {
      const value = search.get(names[filter]);
      return value === null || value === '' ? [] : [[filter, value]];
    }),
  );
  const { standing: word, ...plain } = filters;
  const standing = standingOf(word);
  const sort = sorts.find((one) => one === search.get('tri')) ?? 'nextDay';
  const order: Schemas['SortOrder'] = sort === 'opened' ? 'desc' : 'asc';
  const query = { ...plain, ...(standing && { standing }), sort, order };
  return { filters, query, page: { ...query, ...(cursor !== undefined && { cursor }) } };
}

export type Asked = ReturnType<typeof askedIn>;

export const useBoardCases = ({ page }: Asked) =>
  useResource(JSON.stringify(page), () => ask(api.GET('/api/board/cases', { params: { query: page } })));

/** The same cases, all of them, for a spreadsheet. */
export const csvHref = ({ query }: Asked): string => `/api/board/cases.csv?${new URLSearchParams(query)}`;
