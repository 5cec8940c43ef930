import { type Course, playing } from '../../kit/course.js';
import type { Player } from '../../kit/rehearsal.js';
import type { AttendanceContext } from '../attendance.js';

/** How an event goes when all goes well: who holds a seat comes. Who may still book is not guessed. */
export const typicalCourse: Course = {
  'record-attendance': ({ context }) => ({ afterDays: 1, answer: { present: (context as AttendanceContext).people }, by: 'manager-1' }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};

/** Plays the typical course; what nobody has to do is not done. */
export const typicalPlayer: Player = playing(typicalCourse);
