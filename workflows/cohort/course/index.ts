import { instantAt } from '../../calendar/paris-time.js';
import { type Course, playing } from '../../kit/course.js';
import type { Player } from '../../kit/rehearsal.js';
import type { AttendanceContext, ResultContext } from '../tasks/jury.js';

const onTheDay = ({ heldOn }: AttendanceContext, openedAt: number): number =>
  Math.max(1, (instantAt(heldOn, '10:00') - openedAt) / 3_600_000);

/**
 * How everybody acts when a cohort goes well: trainers confirm, the jury sits on its day and passes all. A change that waits
 * goes out by itself. Nobody else applies or asks for a seat: whom a cohort will have is not guessed.
 */
export const typicalCourse: Course = {
  'confirm-session': ({ to }) => ({ afterDays: 1, answer: { verdict: 'confirm' }, by: to?.person ?? 'trainer-1' }),
  'declare-ties': ({ to }) => ({ afterDays: 1, answer: { sincere: true }, by: to?.person ?? 'jury-1' }),
  'open-jury': ({ context, openedAt }) => ({
    afterHours: onTheDay(context as AttendanceContext, openedAt),
    answer: { sitting: 'held', present: (context as AttendanceContext).people },
    by: 'manager-1',
  }),
  'give-result': ({ to, context }) => ({
    afterHours: 2,
    answer: { result: 'pass', why: `Les acquis sont établis (${(context as ResultContext).ref}).` },
    by: to?.person ?? 'jury-1',
  }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};

/** From an application to the last news of a member, when nothing tells better. */
const journeyDays = 300;

const acts = playing(typicalCourse);

/** Plays the typical course. A member's case is another case: here it just ends. */
export const typicalPlayer: Player = (item) =>
  item.kind === 'child' ? { afterDays: journeyDays, answer: { kind: 'completed' }, by: 'child' } : acts(item);
