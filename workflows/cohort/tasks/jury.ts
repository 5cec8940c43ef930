import { z } from 'zod';
import { choices, civilDateField, commitment, longText } from '../../kit/fields.js';
import type { PersonId } from '../../kit/people.js';
import { defineTask } from '../../kit/procedure.js';

const numbered = (what: string, people: readonly PersonId[]): Record<PersonId, string> =>
  Object.fromEntries(people.map((person, index) => [person, `${what} ${index + 1}`]));

export interface TiesContext {
  readonly heldOn: string;
  /** Whom the form names: only ids are kept, the screen looks their names up. */
  readonly people: readonly PersonId[];
}

export interface DeclaredTies {
  readonly ties?: readonly PersonId[] | undefined;
  readonly sincere: true;
}

/** A member of the jury names the participants whom they do not judge. A coach is kept from their own without saying so. */
export const declareTies = defineTask<DeclaredTies, TiesContext>({
  key: 'declare-ties',
  label: 'Déclarer mes liens avec les participants',
  help: 'Vous ne jugerez pas les personnes que vous désignez. Si vous êtes coach, vous ne jugez déjà pas celles que vous accompagnez.',
  form: ({ people }) =>
    z.object({
      ...(people.length > 0 && { ties: choices(numbered('Participant', people), { label: 'Participants que je connais' }).optional() }),
      sincere: commitment({ label: 'J’ai déclaré tous mes liens avec les participants.' }),
    }) as unknown as z.ZodType<DeclaredTies>,
});

export interface AttendanceContext {
  readonly heldOn: string;
  /** The jury. */
  readonly people: readonly PersonId[];
  /** Participants to hear. */
  readonly toHear: number;
}

export type JuryAttendance =
  | { readonly sitting: 'held'; readonly present: readonly PersonId[] }
  | { readonly sitting: 'postponed'; readonly to: string; readonly why: string };

/** Who of the jury is there; or another day, when it cannot sit. */
export const openJury = defineTask<JuryAttendance, AttendanceContext>({
  key: 'open-jury',
  label: 'Ouvrir le jury',
  help: 'Le jour du jury, relevez les membres présents\u00a0: chacun juge les participants qu’il n’accompagne pas.',
  form: ({ people }) =>
    z.discriminatedUnion('sitting', [
      z
        .object({
          sitting: z.literal('held'),
          present: choices(numbered('Membre', people), { label: 'Membres présents' }).min(1, 'Indiquez au moins un membre présent.'),
        })
        .meta({ label: 'Le jury se tient' }),
      z
        .object({
          sitting: z.literal('postponed'),
          to: civilDateField({ label: 'Nouvelle date' }),
          why: longText({ label: 'Motif' }, { min: 10 }),
        })
        .meta({ label: 'Le jury est reporté' }),
    ]),
});

export interface ResultContext {
  readonly heldOn: string;
  /** The participant, by id: the screen looks the name up. */
  readonly people: readonly PersonId[];
  readonly ref: string;
  readonly track?: string;
  readonly judges: readonly PersonId[];
  /** Heard again: no further resit. */
  readonly again: boolean;
}

export interface JuryResult {
  readonly result: 'pass' | 'resit' | 'fail' | 'adjourned';
  readonly why: string;
}

export const results = {
  pass: 'Admis',
  resit: 'À présenter de nouveau',
  fail: 'Non admis',
  adjourned: 'Entendu à une autre séance',
} as const satisfies Record<JuryResult['result'], string>;

/** The judges' result on one participant, written down by one of them. */
export const giveResult = defineTask<JuryResult, ResultContext>({
  key: 'give-result',
  label: 'Rendre le résultat du jury',
  help: 'Le motif est lu par le participant\u00a0: dites ce qui est acquis et ce qui reste à travailler.',
  form: ({ again }) => {
    const why = longText({ label: 'Motif' }, { min: 10 });
    const option = (result: JuryResult['result']) => z.object({ result: z.literal(result), why }).meta({ label: results[result] });
    const [first, ...others] = (['pass', ...(again ? [] : (['resit'] as const)), 'fail', 'adjourned'] as const).map(option);
    return z.discriminatedUnion('result', [first!, ...others]);
  },
});
