import { civilDateAt } from '../../calendar/paris-time.js';
import type { CommitteeContext } from '../tasks/decision.js';
import { beforeLastDay, type Course } from './course.js';

/** F4: the committee follows the application. */
export const committee: Course = {
  'committee-result': (item) => ({
    afterHours: item.due ? beforeLastDay(item) : 24,
    answer: {
      result: 'favourable',
      metOn: item.due?.lastDay ?? civilDateAt(item.openedAt),
      amountCents: (item.context as CommitteeContext).requestedCents,
    },
    by: 'committee-1',
  }),
};
