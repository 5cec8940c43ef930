import { addDays } from '../../calendar/civil-date.js';
import { civilDateAt } from '../../calendar/paris-time.js';
import type { OpenItem, Play, Player } from '../../kit/rehearsal.js';
import { beforeLastDay, by, type Course } from './course.js';
import { learning } from './learning.js';
import { sideWays } from './side-ways.js';
import type { PositioningContext, SeatContext, SelectionContext } from '../tasks/selection.js';

/** R0 to R3, S0 to S3: everybody agrees, and the cohort has a seat. */
const entering: Course = {
  'give-agreement': (item) => ({ afterDays: 12, answer: { verdict: 'agree' }, by: by(item) }),
  'take-positioning': (item) => {
    const { prerequisites } = item.context as PositioningContext;
    return {
      afterDays: 3,
      answer: {
        ...(prerequisites.length > 0 && { prerequisites: Object.fromEntries(prerequisites.map(({ key }) => [key, 'yes'])) }),
        strengths: 'Conduite de réunions, connaissance des usagers.',
        needs: 'Méthodes agiles, conduite de projet numérique.',
      },
      by: by(item),
    };
  },
  'select-candidate': (item) => ({
    afterDays: 6,
    answer: {
      verdict: 'retain',
      ...((item.context as SelectionContext).missing.length > 0 && { derogation: 'Le candidat acquiert ce qui manque avant le début.' }),
    },
    by: by(item),
  }),
  'seat-given': (item) => ({ afterDays: 1, answer: { ...(item.context as SeatContext), coach: 'coach-1' }, by: by(item) }),
  'sign-journey-convention': (item) => ({
    afterDays: 4,
    answer: { choice: 'sign', signedOn: addDays(civilDateAt(item.openedAt), 4), signedBy: 'Chef de bureau', documents: [] },
    by: by(item),
  }),
};

/** R7 and R8: the jury of the cohort, a post, news. */
const ending: Course = {
  'jury-held': (item) => (item.optional ? 'never' : heard(item, 'pass')),
  'record-assignment': (item) => ({
    afterDays: 12,
    answer: { result: 'assigned', post: 'Cheffe de projet numérique', startsOn: addDays(civilDateAt(item.openedAt), 30) },
    by: by(item),
  }),
  'answer-follow-up': (item) => ({
    afterDays: 6,
    answer: { situation: 'inPost', useful: 'La méthode et le réseau de la promotion.' },
    by: by(item),
  }),
};

/** What the jury says on the day on which it is awaited. */
export const heard = (item: OpenItem, result: 'pass' | 'resit' | 'fail', judges: readonly string[] = ['jury-1', 'jury-2']): Play => ({
  afterHours: beforeLastDay(item),
  answer: {
    heldOn: item.due?.lastDay ?? civilDateAt(item.openedAt),
    result,
    judges,
    why: 'La présentation était claire et le livrable utile au service.',
  },
  by: by(item),
});

/** How everybody acts when a journey goes well, and how soon. */
export const typicalCourse: Course = { ...entering, ...learning, ...ending, ...sideWays };

/** Plays the typical course; what nobody has to do is not done. */
export const typicalPlayer: Player = (item) => typicalCourse[item.key]?.(item) ?? 'never';
