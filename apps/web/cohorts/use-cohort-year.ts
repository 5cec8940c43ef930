import { api, ask, type Schemas } from '../api/client.js';
import { type Resource, useResource } from '../api/use-resource.js';
import { useYearOf } from '../layout/year-select.js';

/** The first journeys of the trial. */
export const firstYear = 2024;

/** The year that the address names, this one otherwise, and the cohorts that count for it. */
export function useCohortYear(thisYear: number): { readonly year: number; readonly found: Resource<Schemas['CohortYear']> } {
  const year = useYearOf('annee', thisYear);
  const found = useResource(`cohorts of ${year}`, () => ask(api.GET('/api/cohorts/years/{year}', { params: { path: { year } } })));
  return { year, found };
}
