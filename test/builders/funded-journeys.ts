import type { Application } from '#workflows/ftap/application.js';
import type { Course } from '#workflows/ftap/course/course.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { JourneyNews } from '#workflows/ftap/tasks/funded-journeys.js';
import { anApplication } from './ftap.js';

type Promised = Application['effects']['promised'][number];

export const reconverted: Promised = {
  kind: 'agentsReconverted',
  indicator: 'Agents reconvertis',
  unit: 'agents',
  baseline: 0,
  target: 10,
  method: 'Décompte des parcours validés par leur jury.',
  owner: 'Service de la formation',
  evidence: 'Dossiers des parcours',
};

/** An application that promises agents trained, and agents reconverted by the journeys that it pays for. */
export const promisesReconverted = (others: readonly Promised[] = anApplication().effects.promised): Pick<Application, 'effects'> => ({
  effects: { promised: [...others, reconverted] },
});

export const withReconverted = (input: unknown): FtapInput => {
  const given = input as FtapInput;
  return { ...given, application: { ...given.application, ...promisesReconverted() } };
};

/** What two journeys tell, a month apart: one goes well to the end, the other is left. Told twice is told once. */
export const news: readonly JourneyNews[] = [
  { what: 'started', ref: 'RECONV-1' },
  { what: 'started', ref: 'RECONV-2' },
  { what: 'started', ref: 'RECONV-2' },
  { what: 'left', ref: 'RECONV-2' },
  { what: 'completed', ref: 'RECONV-1' },
  { what: 'assigned', ref: 'RECONV-1', inPost: false },
  { what: 'followUp', ref: 'RECONV-1', months: 3, inPost: true },
];

export const tells =
  (told: readonly JourneyNews[] = news): Course[string] =>
  ({ nth }) => {
    const answer = told[nth - 1];
    return answer ? { afterDays: 30, answer, by: 'manager-1' } : 'never';
  };
