import { z } from 'zod';
import { choice, longText } from '../../kit/fields.js';
import { defineEvent } from '../../kit/procedure.js';

/** « Non »: this event is not offered again. No reason is asked for. */
export const offerDeclined = defineEvent<{ readonly event: string }>({
  key: 'offer-declined',
  label: 'Proposition déclinée',
  help: 'Les réponses se donnent sur la page de l’année.',
  watchedBy: 'programManager',
  form: z.object({ event: z.string().min(1).meta({ label: 'Événement' }) }),
});

export const leavings = { changeOfPost: 'Changement de poste', departure: 'Départ de l’administration', other: 'Autre' } as const;

/** The director has changed post or left, and the year is not gone on with. A transfer or a pause are interventions. */
export const yearEnded = defineEvent<{ readonly why: keyof typeof leavings; readonly note?: string | undefined }>({
  key: 'year-ended',
  label: 'Mettre fin à l’année',
  help: 'Après un changement de poste, l’année peut aussi suivre le directeur (transférer) ou attendre (suspendre). Ses places sont rendues.',
  form: z.object({
    why: choice(leavings, { label: 'Motif' }),
    note: longText({ label: 'Précision' }, { max: 500 }).optional(),
  }),
});
