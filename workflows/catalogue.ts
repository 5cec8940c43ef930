import { decideIntervention } from './kit/approval.js';
import type { EventType, TaskType } from './kit/case-file.js';
import type { Procedure } from './kit/procedure.js';
import { cohortR1 } from './cohort/cohort.r1.js';
import { directorsYearR1 } from './directors-year/directors-year.r1.js';
import { ftapCommitteeR1 } from './ftap-committee/ftap-committee.r1.js';
import { ftapR1 } from './ftap/ftap.r1.js';
import { reconversion3mR1, reconversion6mR1 } from './reconversion/reconversion.r1.js';
import { reconversionReviewR1 } from './reconversion-review/reconversion-review.r1.js';
import { seatedEventR1 } from './seated-event/seated-event.r1.js';

/** Every revision that a case may still follow. A story's input type only matters inside it, so it is erased here. */
export const catalogue: readonly Procedure[] = [
  ftapR1 as unknown as Procedure,
  ftapCommitteeR1 as unknown as Procedure,
  cohortR1 as unknown as Procedure,
  seatedEventR1 as unknown as Procedure,
  directorsYearR1 as unknown as Procedure,
  reconversion3mR1 as unknown as Procedure,
  reconversion6mR1 as unknown as Procedure,
  reconversionReviewR1 as unknown as Procedure,
];

/** @throws RangeError when this release does not know the revision. */
export function procedureOf(id: string, revision: string): Procedure {
  const found = catalogue.find((one) => one.id === id && one.revision === revision);
  if (!found) throw new RangeError(`Unknown procedure ${id} ${revision}`);
  return found;
}

/** The revision that a case filed on this day follows. */
export function procedureInForce(id: string, day: string): Procedure | undefined {
  return catalogue
    .filter((one) => one.id === id && one.inForceFrom <= day)
    .sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom))
    .at(-1);
}

/** A task of the procedure, or one that the kit gives to all. */
export function taskOf(procedure: Procedure, key: string): TaskType | undefined {
  if (key === decideIntervention.key) return decideIntervention as unknown as TaskType;
  return procedure.tasks.find((task) => task.key === key) as TaskType | undefined;
}

export function eventOf(procedure: Procedure, key: string): EventType | undefined {
  return procedure.events.find((event) => event.key === key) as EventType | undefined;
}

/** Whether cases of the procedure belong to the service itself, such as a cohort: who opened one works on it as anybody else does. */
export const isRunByOwner = (id: string): boolean => catalogue.some((one) => one.id === id && one.runByOwner === true);

/** Procedures whose cases say who was where: beside the people concerned, the program manager alone reads them. */
export const personalProcedures: readonly string[] = ['directors-year', 'seated-event'];
