import { z } from 'zod';
import { commitment, documents, longText, money } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';
import { chorusNumber, type AmountContext } from './commitment.js';
import { day } from './convention.js';

export interface InstalmentContext extends AmountContext {
  readonly label: string;
  readonly condition: string;
  /** Why the last request was held. */
  readonly held?: string;
}

/** F8, the applicant's part. */
export const requestInstalment = defineTask<{ documents: string[]; statement: string; spentCents: number }, InstalmentContext>({
  key: 'request-instalment',
  label: 'Demander le versement',
  help: 'Indiquez où en est le projet et joignez ce que la convention demande.',
  form: ({ condition, held }) =>
    z.object({
      statement: longText(
        { label: 'État du projet', hint: held === undefined ? condition : `Le service attend\u00a0: ${held}` },
        { min: 10 },
      ),
      spentCents: money({ label: 'Dépenses déjà faites', hint: 'Depuis le début du projet. Indiquez 0 s’il n’a pas commencé.' }),
      documents: documents(
        { label: 'Justificatifs', hint: 'Coordonnées bancaires de l’organisme et pièces prévues par la convention.' },
        { min: 1 },
      ),
    }),
});

export type ServiceVerdict =
  | { readonly verdict: 'certify' }
  | { readonly verdict: 'reduce'; readonly amountCents: number; readonly reasons: string }
  | { readonly verdict: 'hold'; readonly reasons: string };

/** F8: whoever certifies does not order the payment (décret 2012-1246). */
export const certifyService = defineTask<ServiceVerdict, InstalmentContext>({
  key: 'certify-service',
  label: 'Certifier le service fait',
  help: 'Vérifiez que les conditions du versement sont réunies. Vous ne pourrez pas ordonner vous-même ce paiement.',
  form: ({ amountCents }) =>
    z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('certify') }).meta({ label: 'Certifier' }),
      z
        .object({
          verdict: z.literal('reduce'),
          amountCents: money({ label: 'Montant retenu' }, { min: Math.min(100, amountCents), max: amountCents }),
          reasons: longText({ label: 'Motifs de la réfaction' }, { min: 20 }),
        })
        .meta({ label: 'Réduire le montant' }),
      z
        .object({ verdict: z.literal('hold'), reasons: longText({ label: 'Ce qui manque', hint: 'Le porteur le lira.' }, { min: 20 }) })
        .meta({ label: 'Suspendre le versement' }),
    ]),
});

export const orderPayment = defineTask<{ ordered: true }, InstalmentContext>({
  key: 'order-payment',
  label: 'Ordonner le paiement',
  help: 'Le service fait est certifié\u202f; ordonnez le paiement au comptable.',
  form: () => z.object({ ordered: commitment({ label: 'J’ordonne le paiement de ce montant.' }) }),
});

/** The accountant pays what was ordered, to the cent. */
export const paymentConfirmed = defineEvent<{ paidOn: string; amountCents: number; chorusNumber: string }, AmountContext>({
  key: 'payment-confirmed',
  label: 'Confirmer le paiement',
  help: 'Reportez le paiement tel que le comptable l’a exécuté dans Chorus.',
  form: ({ amountCents }) =>
    z.object({
      paidOn: day('Date du paiement'),
      amountCents: money({ label: 'Montant payé', hint: 'Exactement le montant ordonné.' }, { min: amountCents, max: amountCents }),
      chorusNumber: chorusNumber('Numéro de la demande de paiement', '10 chiffres, donnés par Chorus.'),
    }),
});

/** F9, F11: what holds a payment ends by itself, and this with it. */
export const paymentsReleased = defineEvent<Record<string, never>>({
  key: 'payments-released',
  label: 'Levée de la suspension des versements',
  help: 'Un versement est suspendu\u00a0: il reprend de lui-même dès que le rapport attendu est accepté, ou que le manquement examiné est tranché.',
  watchedBy: 'programManager',
  form: z.object({}),
});
