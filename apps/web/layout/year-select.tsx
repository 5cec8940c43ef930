import { OptionSelect } from './option-select.js';
import { useSearchState } from './use-search-state.js';

interface Props {
  readonly label: string;
  /** Of the parameter in the address. */
  readonly name: string;
  readonly year: number;
  /** The years to choose among, both included. */
  readonly from: number;
  readonly to: number;
}

/** A year that the address keeps. */
export function useYearOf(name: string, otherwise: number): number {
  const { search } = useSearchState();
  return Number(search.get(name) ?? otherwise);
}

/** Puts another year in the address. */
export function YearSelect({ label, name, year, from, to }: Props) {
  const { change } = useSearchState();
  const years = Array.from({ length: Math.max(1, to + 1 - from) }, (_, index) => String(from + index));
  return (
    <OptionSelect
      label={label}
      className="jalon-narrow"
      value={String(year)}
      options={years.map((one) => [one, one])}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  );
}
