import { YearSelect } from '../layout/year-select.js';
import { firstYear } from './use-cohort-year.js';

/** From the first year of the trial to the next one, whose cohorts are being prepared. */
export const CohortYearSelect = ({ year, thisYear }: { readonly year: number; readonly thisYear: number }) => (
  <YearSelect label="Année" name="annee" year={year} from={firstYear} to={thisYear + 1} />
);
