import { civilDateAt } from '../../calendar/paris-time.js';
import type { ReviewContext } from '../tasks/milestone.js';
import { aFileId, beforeLastDay, by, type Course } from './course.js';

/** R4 to R6, S4 to S9: a line in the log each week, a meeting every ten days, each milestone in time. */
export const learning: Course = {
  'log-written': (item) => ({
    afterDays: 7,
    answer: { done: 'Modules suivis, entretien avec deux équipes.', needsHelp: false },
    by: by(item),
  }),
  'coach-meeting': (item) => ({
    afterDays: 10,
    answer: { held: 'yes', on: civilDateAt(item.openedAt + 10 * 86_400_000), shared: 'Le rythme est bon. Prochain point sur le livrable.' },
    by: by(item),
  }),
  'hand-in-milestone': (item) => ({
    afterHours: Math.max(1, beforeLastDay(item) - 48),
    answer: { statement: 'Le livrable est complet.', documents: [aFileId] },
    by: by(item),
  }),
  'review-milestone': (item) => ({
    afterDays: 3,
    // What was not handed in cannot be validated; the journey goes on all the same.
    answer: (item.context as ReviewContext).handedIn
      ? { verdict: 'validate', feedback: 'Clair et utile.' }
      : { verdict: 'missed', feedback: 'Le livrable n’a pas été remis.' },
    by: by(item),
  }),
  'report-mid-term': (item) => ({
    afterDays: 4,
    answer: { progress: 'Les fondamentaux sont acquis.', risks: 'Peu de temps pour la mission.' },
    by: by(item),
  }),
  'decide-mid-term': (item) => ({ afterDays: 3, answer: { verdict: 'continue' }, by: by(item) }),
  'hand-in-thesis': (item) => ({ afterHours: beforeLastDay(item), answer: { documents: [aFileId] }, by: by(item) }),
  'coach-opinion': (item) => ({ afterDays: 2, answer: { opinion: 'Un parcours régulier, un livrable réutilisé.' }, by: by(item) }),
};
