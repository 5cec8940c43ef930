import { z } from 'zod';
import { civilDateField, documents, money, text } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

const day = (label: string) => civilDateField({ label }).meta({ examples: ['2026-06-18'] });

export interface SignatureContext {
  readonly party: 'beneficiary' | 'state';
}

/** F6: each party's own. */
export const conventionSigned = defineEvent<{ signedOn: string; signedBy: string; documents: string[] }, SignatureContext>({
  key: 'convention-signed',
  label: 'Signer la convention',
  help: 'Signez la convention, puis enregistrez ici votre signature.',
  form: () =>
    z.object({
      signedOn: day('Date de signature'),
      signedBy: text({ label: 'Qualité du signataire', hint: 'La fonction, sans le nom\u00a0: directrice générale, par exemple.' }),
      documents: documents({ label: 'Exemplaire signé', hint: 'Facultatif si la signature est électronique.' }),
    }),
});

export interface AmountContext {
  readonly amountCents: number;
}

const chorusNumber = (label: string, hint: string) =>
  z
    .string({ error: 'Renseignez ce numéro.' })
    .trim()
    .regex(/^\d{10}$/, 'Ce numéro compte 10 chiffres.')
    .meta({ widget: 'text', label, hint, examples: ['2100000042'] });

/** F7: AE. */
export const recordCommitment = defineTask<{ ejNumber: string; committedOn: string }, AmountContext>({
  key: 'record-commitment',
  label: 'Engager les crédits',
  help: 'Créez l’engagement juridique dans Chorus, puis reportez son numéro.',
  form: () =>
    z.object({
      ejNumber: chorusNumber('Numéro d’engagement juridique', '10 chiffres, donnés par Chorus.'),
      committedOn: day('Date de l’engagement'),
    }),
});

export const paymentConfirmed = defineEvent<{ paidOn: string; amountCents: number; chorusNumber: string }, AmountContext>({
  key: 'payment-confirmed',
  label: 'Confirmer le paiement',
  help: 'Reportez le paiement tel que le comptable l’a exécuté dans Chorus.',
  form: ({ amountCents }) =>
    z.object({
      paidOn: day('Date du paiement'),
      amountCents: money({ label: 'Montant payé' }, { min: amountCents, max: amountCents }),
      chorusNumber: chorusNumber('Numéro de la demande de paiement', '10 chiffres, donnés par Chorus.'),
    }),
});
