import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { yearCourse } from '#workflows/directors-year/course/course.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import type { AttendanceContext } from '#workflows/seated-event/attendance.js';
import type { EventKind } from '#workflows/seated-event/input.js';
import type { SeatState } from '#workflows/seated-event/news.js';
import { anOccasion } from './directors-year.js';

export type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

export const yearPlayer =
  (change: Plays = {}): Player =>
  (item) =>
    ({ ...yearCourse, ...change })[item.key]?.(item) ?? 'never';

export type News = readonly [afterDays: number, event: string, kind: EventKind, state: SeatState, rank?: number];

/** News of places, each so many days after the one before; then no more. */
export const hears =
  (...news: readonly News[]): Plays[string] =>
  (item) => {
    const one = news[item.nth - 1];
    if (!one) return 'never';
    const [afterDays, event, kind, state, rank] = one;
    const occasion = anOccasion({ kind, on: addDays(civilDateAt(item.openedAt), 30) });
    return { afterDays, answer: { event, occasion, state, ...(rank !== undefined && { rank }) }, by: 'manager-1' };
  };

/** Whether the director was at the first session, at the second… */
export const wasThere =
  (...attended: readonly boolean[]): Plays[string] =>
  ({ nth, openedAt, due }) => ({
    afterDays: 15,
    answer: {
      event: `EVENT-2026-00000${nth}`,
      occasion: anOccasion({ kind: 'session', title: 'Lancement', on: addDays(civilDateAt(due?.firesAt ?? openedAt), due ? -7 : 14) }),
      attended: attended[nth - 1] ?? true,
    },
    by: 'manager-1',
  });

const silent = () => 'never' as const;
const every: readonly News[] = [
  [2, 'a', 'visit', 'waiting', 3],
  [2, 'a', 'visit', 'confirmed'],
  [2, 'a', 'visit', 'toConfirm'],
  [1, 'a', 'visit', 'coming'],
  [9, 'a', 'visit', 'missed'],
  [2, 'b', 'visit', 'confirmed'],
  [2, 'b', 'visit', 'released'],
  [2, 'c', 'visit', 'waiting', 1],
  [2, 'c', 'visit', 'unseated'],
  [2, 'd', 'activity', 'confirmed'],
  [2, 'd', 'activity', 'givenBack'],
  [2, 'e', 'activity', 'confirmed'],
  [2, 'e', 'activity', 'calledOff'],
  [2, 'f', 'activity', 'confirmed'],
];

/** The paths of a year that its procedure names. */
export const yearPaths: Readonly<Record<string, Player>> = {
  'a whole year': yearPlayer(),
  'absent from the first session': yearPlayer({ 'launch-held': wasThere(false, true) }),
  'everything that becomes of a place': yearPlayer({ 'seat-news': hears(...every) }),
  'never launched, never there': yearPlayer({ 'launch-held': silent, 'seat-news': silent }),
  'ended by a change of post': yearPlayer({
    'seat-news': hears(...every.slice(0, 3)),
    'year-ended': () => ({ afterDays: 90, answer: { why: 'changeOfPost' }, by: 'manager-1' }),
  }),
};

const books =
  (refs: readonly string[]): Plays[string] =>
  (item) => {
    const ref = refs[item.nth - 1];
    return ref === undefined ? 'never' : { afterHours: 1, answer: { case: ref, director: `director of ${ref}` }, by: `director of ${ref}` };
  };
export const eventPlayer =
  (change: Plays = {}): Player =>
  (item) =>
    (
      ({
        booked: books(['a', 'b', 'c', 'd']),
        // The last of the list has come.
        'record-attendance': ({ context }) => ({
          afterDays: 1,
          answer: { present: (context as AttendanceContext).people.slice(-1) },
          by: 'manager-1',
        }),
        ...change,
      }) as Plays
    )[item.key]?.(item) ?? 'never';

/** The paths of an event with two seats. */
export const eventPaths: Readonly<Record<string, Player>> = {
  'unconfirmed seats pass to who waits': eventPlayer(),
  'nobody books': eventPlayer({ booked: silent }),
  'called off': eventPlayer({
    'event-called-off': () => ({ afterDays: 20, answer: { reason: 'Le site n’est plus accessible.' }, by: 'manager-1' }),
  }),
};
