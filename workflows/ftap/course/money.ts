import { addDays } from '../../calendar/civil-date.js';
import { civilDateAt } from '../../calendar/paris-time.js';
import type { AmountContext, SignatureContext } from '../tasks/convention.js';
import { aFileId, type Course } from './course.js';

/** F6 to F8. */
export const money: Course = {
  'convention-signed': ({ nth, context, openedAt }) => ({
    afterDays: 5 + nth,
    answer: { signedOn: addDays(civilDateAt(openedAt), 5 + nth), signedBy: 'Directrice générale', documents: [] },
    by: (context as SignatureContext).party === 'beneficiary' ? 'applicant-1' : 'authority-1',
  }),
  'record-commitment': ({ openedAt }) => ({
    afterDays: 2,
    answer: { ejNumber: '2100000042', committedOn: addDays(civilDateAt(openedAt), 2) },
    by: 'budget-1',
  }),
  'request-instalment': () => ({
    afterDays: 3,
    answer: { statement: 'Le projet avance comme prévu.', documents: [aFileId] },
    by: 'applicant-1',
  }),
  'certify-service': () => ({ afterDays: 4, answer: { verdict: 'certify' }, by: 'reviewer-1' }),
  'order-payment': () => ({ afterDays: 1, answer: { ordered: true }, by: 'authority-1' }),
  'payment-confirmed': ({ context, openedAt }) => ({
    afterDays: 6,
    answer: {
      paidOn: addDays(civilDateAt(openedAt), 6),
      amountCents: (context as AmountContext).amountCents,
      chorusNumber: '1900000007',
    },
    by: 'budget-1',
  }),
};
