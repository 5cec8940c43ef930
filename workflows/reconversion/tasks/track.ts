import { z } from 'zod';
import { choice, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

export interface TrackContext {
  /** The other tracks, by key. */
  readonly tracks: Readonly<Record<string, string>>;
}

export interface TrackRequest {
  readonly track: string;
  readonly why: string;
}

/** Until the end of the fifth week. */
export const trackSwitchRequested = defineEvent<TrackRequest, TrackContext>({
  key: 'track-switch-requested',
  label: 'Demander à changer de voie',
  help: 'Vous pouvez changer de voie jusqu’à la fin de la cinquième semaine. Parlez-en d’abord avec votre coach.',
  form: ({ tracks }) =>
    z.object({ track: choice(tracks, { label: 'Voie demandée' }), why: longText({ label: 'Vos raisons' }, { min: 10, max: 4_000 }) }),
});

export interface SwitchContext extends TrackRequest {
  readonly label: string;
}

export const decideTrackSwitch = defineTask<{ verdict: 'accept' | 'refuse'; reasons: string }, SwitchContext>({
  key: 'decide-track-switch',
  label: 'Répondre à la demande de changement de voie',
  help: 'Regardez si les prérequis de l’autre voie sont là et si le participant peut en suivre les modules.',
  form: () =>
    z.object({
      verdict: choice({ accept: 'Accepter', refuse: 'Refuser' }, { label: 'Réponse' }),
      reasons: longText({ label: 'Motifs', hint: 'Le participant les lira.' }, { min: 10, max: 4_000 }),
    }),
});
