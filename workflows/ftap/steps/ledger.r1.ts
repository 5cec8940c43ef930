import type { CaseFile } from '../../kit/case-file.js';

/** A case file that also adds up what it measures, for who must know how much has been paid by now. */
export interface Ledger {
  readonly file: CaseFile;
  /** Sum of everything measured under an indicator. */
  readonly sum: (indicator: string) => number;
}

export function keepLedger(file: CaseFile): Ledger {
  const sums = new Map<string, number>();
  const sum = (indicator: string) => sums.get(indicator) ?? 0;
  const measure: CaseFile['measure'] = (indicator, value, unit, evidence) => {
    sums.set(indicator, sum(indicator) + value);
    file.measure(indicator, value, unit, evidence);
  };
  return { file: { ...file, measure }, sum };
}
