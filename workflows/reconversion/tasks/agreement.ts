import { z } from 'zod';
import { longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

export interface AgreementContext {
  readonly journey: string;
  readonly startsOn: string;
  readonly months: number;
}

const answers = z.discriminatedUnion('verdict', [
  z
    .object({
      verdict: z.literal('agree'),
      conditions: longText({ label: 'Conditions', hint: 'Remplacement, rémunération, retour.' }, { max: 2_000 }).optional(),
    })
    .meta({ label: 'Donner mon accord' }),
  z
    .object({ verdict: z.literal('postpone'), reasons: longText({ label: 'Motifs du report', hint: 'L’agent les lira.' }, { min: 20 }) })
    .meta({ label: 'Reporter à une prochaine promotion' }),
  z
    .object({ verdict: z.literal('refuse'), reasons: longText({ label: 'Motifs du refus', hint: 'L’agent les lira.' }, { min: 20 }) })
    .meta({ label: 'Refuser' }),
]);

/** R1, S1: two months at most (décret n° 2007-1470). */
export const giveAgreement = defineTask<z.infer<typeof answers>, AgreementContext>({
  key: 'give-agreement',
  label: 'Répondre à la demande de reconversion',
  atExpiry: 'Sans réponse à cette date, la demande est rejetée.',
  help: 'Votre agent demande à suivre ce parcours. Vous avez deux mois au plus pour répondre\u202f; votre silence vaudrait rejet.',
  form: () => answers,
});
