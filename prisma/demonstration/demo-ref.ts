import type { CivilDate } from '#workflows/calendar/civil-date.js';

/**
 * The reference of a loaded case, such as COHORTE-2025-900001. The back office numbers from 1: from 900,000 on numbers are the
 * demonstration's, the same at every run.
 */
export const demoRef = (prefix: string, openedOn: CivilDate, number: number): string =>
  `${prefix}-${openedOn.slice(0, 4)}-${String(900_000 + number)}`;
