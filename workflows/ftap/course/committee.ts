import { civilDateAt } from '../../calendar/paris-time.js';
import type { CommitteeContext } from '../tasks/committee.js';
import { beforeLastDay, type Course } from './course.js';

/** F4: the committee follows the application, on the day that the case has been told. */
export const committee: Course = {
  'committee-heard': (item) => ({
    afterHours: item.due ? beforeLastDay(item) : 24,
    answer: {
      session: 'COMITE-2026-000001',
      result: 'favourable',
      metOn: item.due?.lastDay ?? civilDateAt(item.openedAt),
      amountCents: (item.context as CommitteeContext).requestedCents,
    },
    by: 'committee-1',
  }),
};
