import { instantAt } from '../../calendar/paris-time.js';
import { type Course, playing } from '../../kit/course.js';
import type { OpenItem, Player } from '../../kit/rehearsal.js';
import type { InterestsContext } from '../tasks/declare-interests.js';
import type { Opinion, Opinions, OpinionsContext } from '../tasks/give-opinions.js';
import type { MarkContext } from '../tasks/mark-cases.js';
import type { AttendanceContext } from '../tasks/open-sitting.js';

const by = ({ to }: OpenItem) => to?.person ?? 'committee-1';

/** How everybody acts when a session goes well: no tie beyond the flagged ones, all marks given, what the envelope covers is proposed. */
export const typicalCourse: Course = {
  'declare-interests': (item) => ({
    afterDays: 1,
    answer: {
      ...((item.context as InterestsContext).cases.length > 0 && {
        interests: Object.fromEntries((item.context as InterestsContext).cases.map(({ ref }) => [ref, 'none'])),
      }),
      sincere: true,
    },
    by: by(item),
  }),
  'mark-cases': (item) => ({
    afterDays: 2,
    answer: {
      marks: Object.fromEntries(
        (item.context as MarkContext).refs.map((ref, index) => [ref, { mark: Math.max(10, 15 - index), favour: 'favourable' }]),
      ),
    },
    by: by(item),
  }),
  'open-sitting': (item) => ({
    afterHours: Math.max(1, (instantAt((item.context as AttendanceContext).metOn, '10:00') - item.openedAt) / 3_600_000),
    answer: { sitting: 'held', present: (item.context as AttendanceContext).people },
    by: by(item),
  }),
  'give-opinions': (item) => ({ afterHours: 2, answer: { results: opinions(item.context as OpinionsContext) }, by: by(item) }),
  'sign-minutes': (item) => ({ afterDays: 1, answer: { verdict: 'sign', exact: true }, by: by(item) }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};

/** Plays the typical course; what nobody has to do is not done. */
export const typicalPlayer: Player = playing(typicalCourse);

/** In the order of the ranking, as far as the envelope goes; the others wait, in the same order. */
function opinions({ cases, leftCents, ranksTaken }: OpinionsContext): Opinions['results'] {
  let left = leftCents;
  let rank = Math.max(0, ...ranksTaken);
  let waiting = false;
  return Object.fromEntries(
    cases.map(({ ref, requestedCents, quorum }): [string, Opinion] => {
      if (!quorum.reached) return [ref, { result: 'postponed', why: 'Le quorum n’est pas atteint.' }];
      waiting ||= requestedCents > left;
      if (waiting) return [ref, { result: 'waitingList', rank: ++rank, amountCents: requestedCents }];
      left -= requestedCents;
      return [ref, { result: 'favourable', amountCents: requestedCents }];
    }),
  );
}
