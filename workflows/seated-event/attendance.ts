import { z } from 'zod';
import { choices } from '../kit/fields.js';
import type { PersonId } from '../kit/people.js';
import { defineTask } from '../kit/procedure.js';

export interface AttendanceContext {
  readonly on: string;
  readonly title: string;
  /** Whom the form names: only ids are kept, the screen looks their names up. */
  readonly people: readonly PersonId[];
}

export const recordAttendance = defineTask<{ readonly present: readonly PersonId[] }, AttendanceContext>({
  key: 'record-attendance',
  label: 'Relever les présences',
  help: 'Cochez les personnes venues. Une absence n’appelle aucune justification\u00a0: une autre date est proposée.',
  form: ({ people }) =>
    z.object({
      present: choices(Object.fromEntries(people.map((person, index) => [person, `Inscrit ${index + 1}`])), { label: 'Personnes venues' }),
    }),
});
