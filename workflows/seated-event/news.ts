import { z } from 'zod';
import { choice, yesNo } from '../kit/fields.js';
import { defineEvent } from '../kit/procedure.js';
import { occasion, type Occasion } from './input.js';

/** What may become of a place that was asked for. */
export const seatStates = {
  confirmed: 'Place obtenue',
  waiting: 'Liste d’attente',
  toConfirm: 'Venue à confirmer',
  coming: 'Venue confirmée',
  givenBack: 'Place rendue',
  released: 'Place passée à la liste d’attente',
  unseated: 'Sans place',
  calledOff: 'Événement annulé',
  attended: 'Venu',
  missed: 'Non venu',
} as const;
export type SeatState = keyof typeof seatStates;

export interface SeatNews {
  /** Reference of the event. */
  readonly event: string;
  readonly occasion: Occasion;
  readonly state: SeatState;
  /** On the waiting list: one's place in it, from 1. */
  readonly rank?: number | undefined;
}

const about = { event: z.string(), occasion };

/** What the case of who booked hears of an event, each time that something changes for them. */
export const seatNews = defineEvent<SeatNews>({
  key: 'seat-news',
  label: 'Nouvelle d’une place',
  help: 'Elle vient de l’événement lui-même\u00a0: les inscriptions se font sur la page des événements proposés.',
  watchedBy: 'programManager',
  form: z.object({ ...about, state: choice(seatStates, { label: 'Place' }), rank: z.number().int().positive().optional() }),
});

export interface LaunchHeld {
  readonly event: string;
  readonly occasion: Occasion;
  readonly attended: boolean;
}

/** Who was at the session that opens a year, as its attendance list says. */
export const launchHeld = defineEvent<LaunchHeld>({
  key: 'launch-held',
  label: 'Présence à la séance de lancement',
  help: 'Elle vient de la liste de présence de la séance.',
  watchedBy: 'programManager',
  form: z.object({ ...about, attended: yesNo({ label: 'Présent' }) }),
});
