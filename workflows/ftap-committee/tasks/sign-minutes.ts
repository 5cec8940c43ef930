import { z } from 'zod';
import { commitment, longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { ListedCase } from './declare-interests.js';
import type { Opinion } from './give-opinions.js';

export interface MinutesContext {
  readonly metOn: string;
  readonly results: readonly (ListedCase & { readonly opinion: Opinion })[];
}

export type Signature = { readonly verdict: 'sign'; readonly exact: true } | { readonly verdict: 'correct'; readonly why: string };

/** F4: one signature, and every case on the agenda hears its opinion. */
export const signMinutes = defineTask<Signature, MinutesContext>({
  key: 'sign-minutes',
  label: 'Signer le procès-verbal',
  help: 'Relisez le projet de procès-verbal. Votre signature transmet tous les avis aux dossiers en un seul acte.',
  form: z.discriminatedUnion('verdict', [
    z
      .object({
        verdict: z.literal('sign'),
        exact: commitment({ label: 'Je certifie que ce procès-verbal est conforme aux débats, et je le signe.' }),
      })
      .meta({ label: 'Signer' }),
    z
      .object({ verdict: z.literal('correct'), why: longText({ label: 'Ce qui est à corriger' }, { min: 10 }) })
      .meta({ label: 'Reprendre les avis' }),
  ]),
});
