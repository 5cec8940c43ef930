import { instantAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import type { InterestsContext } from '#workflows/ftap-committee/tasks/declare-interests.js';
import type { MarkContext } from '#workflows/ftap-committee/tasks/mark-cases.js';
import type { Opinion, Opinions, OpinionsContext } from '#workflows/ftap-committee/tasks/give-opinions.js';
import type { AttendanceContext } from '#workflows/ftap-committee/tasks/open-sitting.js';

type Course = Readonly<Record<string, (item: OpenItem) => Play>>;

const by = ({ to }: OpenItem) => to?.person ?? 'committee-1';

/** How everybody plays when a session goes well: no tie beyond the flagged ones, all marks given, what the envelope covers is proposed. */
export const typicalSession: Course = {
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
      marks: Object.fromEntries((item.context as MarkContext).refs.map((ref, index) => [ref, { mark: 15 - index, favour: 'favourable' }])),
    },
    by: by(item),
  }),
  'open-sitting': (item) => ({
    afterHours: (instantAt((item.context as AttendanceContext).metOn, '10:00') - item.openedAt) / 3_600_000,
    answer: { sitting: 'held', present: (item.context as AttendanceContext).people },
    by: by(item),
  }),
  'give-opinions': (item) => ({ afterHours: 2, answer: { results: opinions(item.context as OpinionsContext) }, by: by(item) }),
  'sign-minutes': (item) => ({ afterDays: 1, answer: { verdict: 'sign', exact: true }, by: by(item) }),
};

function opinions({ cases, leftCents }: OpinionsContext): Opinions['results'] {
  let left = leftCents;
  let rank = 0;
  return Object.fromEntries(
    cases.map(({ ref, requestedCents, quorum }): [string, Opinion] => {
      if (!quorum.reached) return [ref, { result: 'postponed', why: 'Le quorum n’est pas atteint.' }];
      if (rank > 0 || requestedCents > left) return [ref, { result: 'waitingList', rank: ++rank, amountCents: requestedCents }];
      left -= requestedCents;
      return [ref, { result: 'favourable', amountCents: requestedCents }];
    }),
  );
}

export const sessionPlayer =
  (change: Course = {}): Player =>
  (item) =>
    ({ ...typicalSession, ...change })[item.key]?.(item) ?? 'never';
