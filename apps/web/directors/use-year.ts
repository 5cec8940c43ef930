import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { useSearchState } from '../layout/use-search-state.js';

/** The years of the person, and which of them the page is about: the address says it, or it is the first. */
export function useYears() {
  const { search, change } = useSearchState();
  const years = useResource('years', () => ask(api.GET('/api/directors/years')));
  const chosen = years.data?.find(({ ref }) => ref === search.get('annee')) ?? years.data?.[0];
  return { years, chosen, choose: (ref: string) => change({ annee: ref }) };
}
