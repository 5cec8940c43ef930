import { z } from 'zod';
import { choice, choices, longText } from '../../kit/fields.js';
import type { PersonId } from '../../kit/people.js';
import { defineTask } from '../../kit/procedure.js';
import type { Member } from '../input.js';
import type { ListedCase } from './declare-interests.js';

export interface AttendanceContext {
  readonly metOn: string;
  readonly cases: readonly ListedCase[];
  /** Whom the form names: only ids are kept, the screen looks their names up. */
  readonly people: readonly PersonId[];
  readonly members: readonly Member[];
}

/** A tie that a member finds at the sitting only. */
export interface LateRecusal {
  readonly person: PersonId;
  readonly ref: string;
}

export type Attendance =
  | { readonly sitting: 'held'; readonly present: readonly PersonId[]; readonly recusals?: readonly LateRecusal[] | undefined }
  | { readonly sitting: 'notHeld'; readonly why: string };

const seats = (members: readonly Member[]): Record<PersonId, string> =>
  Object.fromEntries(members.map(({ person, bodyName }, index) => [person, bodyName ?? `Membre ${index + 1}`]));

/** F4: the chair says who is there; all marks are opened at that moment, and no more are taken. */
export const openSitting = defineTask<Attendance, AttendanceContext>({
  key: 'open-sitting',
  label: 'Ouvrir la séance',
  help: 'Le jour de la séance, relevez les présents. Les notes sont alors ouvertes ensemble et n’en reçoivent plus.',
  form: ({ members, cases }) =>
    z.discriminatedUnion('sitting', [
      z
        .object({
          sitting: z.literal('held'),
          present: choices(seats(members), { label: 'Membres présents' }).min(1, 'Indiquez au moins un membre présent.'),
          recusals: z
            .array(
              z.object({
                person: choice(seats(members), { label: 'Membre qui se déporte' }),
                ref: choice(Object.fromEntries(cases.map(({ ref, title }) => [ref, `${title} (${ref})`])), { label: 'Dossier' }),
              }),
            )
            .optional()
            .meta({
              widget: 'list',
              label: 'Déports déclarés en séance',
              itemLabel: 'Déport',
              hint: 'Le membre ne délibère pas de ce dossier, sa note est écartée et le quorum recompté.',
            }),
        })
        .meta({ label: 'La séance se tient' }),
      z
        .object({ sitting: z.literal('notHeld'), why: longText({ label: 'Motif' }, { min: 10 }) })
        .meta({ label: 'La séance ne peut pas se tenir' }),
    ]),
});
