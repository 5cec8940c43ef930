import { typicalCourse } from '#workflows/ftap-committee/course/index.js';
import { type Course, playing } from '#workflows/kit/course.js';
import type { Player } from '#workflows/kit/rehearsal.js';

/** Everybody plays well, but for what is changed. */
export const sessionPlayer = (change: Course = {}): Player => playing({ ...typicalCourse, ...change });
