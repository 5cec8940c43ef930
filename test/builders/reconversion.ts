import { addDays, addMonths, type CivilDate } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, type Player, type Rehearsal, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { aFileId, type Course } from '#workflows/reconversion/course/course.js';
import { typicalCourse } from '#workflows/reconversion/course/index.js';
import type { JourneyInput } from '#workflows/reconversion/input.js';
import { reconversion3mR1, reconversion6mR1 } from '#workflows/reconversion/reconversion.r1.js';
import { projectManager, strategyAdviser } from '#workflows/reconversion/templates.js';

/** An application on a day, to a cohort that starts a hundred and thirty days later. */
export function aJourney(months: 3 | 6, day: CivilDate = '2026-01-05', change: Partial<JourneyInput> = {}): JourneyInput {
  const startsOn = addDays(day, 130);
  const juryOn = addDays(addMonths(startsOn, months), 14);
  return {
    owner: 'participant-1',
    cohort: 'PROMO-2026-000001',
    template: months === 3 ? projectManager : strategyAdviser,
    calendar: { startsOn, juryOn, resitBy: addDays(juryOn, 25), sessions: [] },
    ...(months === 3 && { track: 'business' }),
    application: {
      bodyName: 'Institut Exemple',
      currentPost: 'Chargée de mission',
      motivation: 'Conduire des projets numériques utiles aux usagers.',
      cv: [aFileId],
    },
    keeps: [],
    ...change,
  };
}

/** Everybody plays well, but for what is changed. */
export const journeyPlayers =
  (change: Course = {}): Player =>
  (item) =>
    ({ ...typicalCourse, ...change })[item.key]?.(item) ?? 'never';

interface Circumstances {
  readonly input?: Partial<JourneyInput>;
  readonly acts?: readonly ScheduledAct[];
  readonly until?: number;
}

/** A journey applied for on 5 January 2026, which begins on 15 May, in which all goes well but for what is changed. */
export const journey = (months: 3 | 6, plays: Course = {}, { input = {}, acts = [], until }: Circumstances = {}): Promise<Rehearsal> =>
  rehearse(
    months === 3 ? reconversion3mR1 : reconversion6mR1,
    {
      name: `journey of ${months} months`,
      ref: 'RECONV-2026-000001',
      input: aJourney(months, '2026-01-05', input),
      start: instantAt('2026-01-05', '10:00'),
      play: journeyPlayers(plays),
      acts,
    },
    until === undefined ? {} : { until },
  );
