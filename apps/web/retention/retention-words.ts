import type { Schemas } from '../api/client.js';

type State = Schemas['RetentionState'];

/** What a clock of retention is called, by where it stands. */
export const stateWords: Readonly<Record<State, string>> = {
  running: 'En cours',
  kept: 'Conservé',
  ending: 'Fin proche',
  over: 'Échu, à éliminer sous visa',
  held: 'Suspendu',
  destroyed: 'Détruit',
};

export const stateSeverity: Readonly<Record<State, 'info' | 'warning' | 'error' | 'success'>> = {
  running: 'info',
  kept: 'success',
  ending: 'warning',
  over: 'error',
  held: 'warning',
  destroyed: 'info',
};
