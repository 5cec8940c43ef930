import { frenchDay } from './french.js';
import { type Deadline } from './sum.js';

/** The sum in sentences a person can redo. */
export function explainInFrench(d: Deadline): string[] {
  return [`Dernier jour\u00A0: ${frenchDay(d.lastDay)}, minuit (heure de Paris)`];
}
