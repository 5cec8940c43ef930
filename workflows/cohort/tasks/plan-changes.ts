import { z } from 'zod';
import { longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';
import { cohortPlan, type CohortPlan } from '../plan.js';

export interface PlanChange {
  readonly plan: CohortPlan;
  readonly why: string;
}

/** One act, whatever it moves: dates, places, coaches, jury. Nobody is told yet. */
export const planChanged = defineEvent<PlanChange>({
  key: 'plan-changed',
  label: 'Changement de calendrier ou d’équipe',
  help: 'Préparez-le sur la page de la cohorte\u00a0: tout ce qu’il déplacerait y est montré d’abord.',
  watchedBy: 'programManager',
  form: z.object({ plan: cohortPlan, why: longText({ label: 'Motif du changement' }, { min: 10, max: 1_000 }) }),
});

export interface ReleaseContext {
  readonly why: string;
}

/** The grace before anybody is told: without an answer the change is sent at the end of the next working day. */
export const releaseChange = defineTask<{ verdict: 'send' | 'undo' }, ReleaseContext>({
  key: 'release-change',
  label: 'Envoyer ou annuler le changement de la cohorte',
  atExpiry: 'Sans réponse à cette date, le changement est envoyé.',
  help: 'Rien n’est encore envoyé. Sans réponse, le changement part de lui-même à la fin du prochain jour ouvré.',
  form: z.discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('send') }).meta({ label: 'Envoyer maintenant' }),
    z.object({ verdict: z.literal('undo') }).meta({ label: 'Annuler le changement' }),
  ]),
});
