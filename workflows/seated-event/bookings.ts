import { z } from 'zod';
import { longText, yesNo } from '../kit/fields.js';
import { defineEvent } from '../kit/procedure.js';

const onThePage = {
  help: 'Les inscriptions se font sur la page des événements proposés.',
  watchedBy: 'programManager',
} as const;
/** Reference of the case on whose behalf a place is asked for, held or given back. */
const bookedFor = z.string().min(1).meta({ label: 'Dossier' });

export interface Booked {
  readonly case: string;
  readonly director: string;
}

/** Somebody asks for a place. The case takes one after the other: that is why seats are never oversold. */
export const booked = defineEvent<Booked>({
  key: 'booked',
  label: 'Inscription',
  ...onThePage,
  form: z.object({ case: bookedFor, director: z.string().min(1).meta({ label: 'Directeur' }) }),
});

/** Whether who holds a seat will come. A no gives the seat back; so does who is on the waiting list and leaves it. */
export const presenceSaid = defineEvent<{ readonly case: string; readonly coming: boolean }>({
  key: 'presence-said',
  label: 'Réponse sur la venue',
  ...onThePage,
  form: z.object({ case: bookedFor, coming: yesNo({ label: 'Viendra' }) }),
});

/** The whole event does not take place. */
export const eventCalledOff = defineEvent<{ readonly reason: string }>({
  key: 'event-called-off',
  label: 'Annuler l’événement',
  help: 'Tous les inscrits sont prévenus, liste d’attente comprise.',
  form: z.object({ reason: longText({ label: 'Motif, lu par les inscrits' }, { min: 10, max: 500 }) }),
});
