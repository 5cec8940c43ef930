import { z } from 'zod';
import { choice, civilDateField, longText, yesNo } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';
import { journeyCalendar } from '../calendar.js';

/** The participant's log: nobody waits for it, and any line is a sign. */
export const logWritten = defineEvent<{ done: string; next?: string | undefined; needsHelp: boolean }>({
  key: 'log-written',
  label: 'Écrire dans le journal de bord',
  help: 'Une fois par semaine, en quelques lignes. Votre coach le lit.',
  form: z.object({
    done: longText({ label: 'Cette semaine' }, { max: 4_000 }),
    next: longText({ label: 'La semaine prochaine' }, { max: 4_000 }).optional(),
    needsHelp: yesNo({ label: 'Souhaitez-vous l’aide de votre coach\u202f?' }),
  }),
});

const meeting = z.discriminatedUnion('held', [
  z
    .object({
      held: z.literal('yes'),
      on: civilDateField({ label: 'Date de l’entretien' }).meta({ examples: ['2026-06-18'] }),
      shared: longText(
        { label: 'Compte rendu partagé', hint: 'Le participant le lit. Vos notes privées restent ailleurs.' },
        { max: 4_000 },
      ),
    })
    .meta({ label: 'L’entretien a eu lieu' }),
  z.object({ held: z.literal('no'), why: longText({ label: 'Pourquoi' }, { max: 2_000 }) }).meta({ label: 'L’entretien n’a pas eu lieu' }),
]);
export type Meeting = z.infer<typeof meeting>;

/** Every ten working days. */
export const coachMeeting = defineTask<Meeting>({
  key: 'coach-meeting',
  label: 'Tenir l’entretien de suivi',
  help: 'Rencontrez le participant au moins tous les dix jours ouvrés, puis enregistrez ce que vous avez convenu ensemble.',
  form: meeting,
});

/** Ten working days without a sign and a message that had no effect: the coach takes the first step. */
export const reachOut = defineTask<{ outcome: 'reached' | 'notReached'; note?: string | undefined }, { readonly silentSince: string }>({
  key: 'reach-out',
  label: 'Prendre des nouvelles du participant',
  help: 'Le participant n’a pas donné signe depuis dix jours ouvrés. Appelez-le\u202f; la tâche se ferme d’elle-même s’il se manifeste.',
  form: () =>
    z.object({
      outcome: choice({ reached: 'Joint', notReached: 'Pas encore joint' }, { label: 'Le participant' }),
      note: longText({ label: 'Ce qui est convenu', hint: 'Aucune information médicale.' }, { max: 2_000 }).optional(),
    }),
});

const change = z.object({
  coach: z.string().min(1),
  previous: z.string().min(1).optional(),
  /** Until that day the former coach ends what they had begun. */
  overlapUntil: z.iso.date(),
  why: z.string().optional(),
});
export type CoachChange = z.infer<typeof change>;

export const coachChanged = defineEvent<CoachChange>({
  key: 'coach-changed',
  label: 'Changement de coach',
  help: 'La promotion le décide\u202f; rien n’est à enregistrer ici.',
  watchedBy: 'programManager',
  form: change,
});

/** The former coach passes on what is shared; private notes do not follow. */
export const handOver = defineTask<{ summary: string }, { readonly to: string }>({
  key: 'hand-over',
  label: 'Transmettre l’accompagnement',
  help: 'Un autre coach prend la suite. Laissez-lui un point d’étape\u00a0: vos notes privées ne lui sont pas transmises.',
  form: () =>
    z.object({ summary: longText({ label: 'Point d’étape', hint: 'Le participant et le nouveau coach le lisent.' }, { max: 4_000 }) }),
});

const moved = journeyCalendar.extend({ why: z.string().optional() });
export type MovedCalendar = z.infer<typeof moved>;

export const calendarChanged = defineEvent<MovedCalendar>({
  key: 'calendar-changed',
  label: 'Changement de calendrier',
  help: 'La promotion le décide\u202f; rien n’est à enregistrer ici.',
  watchedBy: 'programManager',
  form: moved,
});
