import { addDays } from '../../calendar/civil-date.js';
import { civilDateAt } from '../../calendar/paris-time.js';
import type { OpenItem } from '../../kit/rehearsal.js';
import type { AmountContext } from '../tasks/commitment.js';
import { aFileId, type Course } from './course.js';

/** The day, so many days after an item opened. */
export const dayAfter = ({ openedAt }: OpenItem, days: number) => addDays(civilDateAt(openedAt), days);

const signed = (item: OpenItem, days: number) => ({ signedOn: dayAfter(item, days), signedBy: 'Directrice générale', documents: [] });

/** F6 and F7: both sign, the credits are committed. */
const convention: Course = {
  'sign-convention': (item) => ({ afterDays: 6, answer: { choice: 'sign', ...signed(item, 6) }, by: 'applicant-1' }),
  'countersign-convention': (item) => ({ afterDays: 3, answer: signed(item, 3), by: 'authority-1' }),
  'answer-modification': () => ({
    afterDays: 4,
    answer: { answer: 'accept', terms: 'Le rapport d’étape est remis avec la demande d’acompte.' },
    by: 'authority-1',
  }),
  'record-commitment': (item) => ({
    afterDays: 2,
    answer: { result: 'recorded', ejNumber: '2100000042', committedOn: dayAfter(item, 2) },
    by: 'budget-1',
  }),
  'answer-budget-control': () => ({
    afterDays: 2,
    answer: { answer: 'L’imputation budgétaire a été corrigée.' },
    by: 'authority-1',
  }),
};

/** F8: the advance at once, the interim payment after some months. */
const payments: Course = {
  'request-instalment': ({ nth }) => ({
    afterDays: nth === 1 ? 3 : 150,
    answer: { statement: 'Le projet avance comme prévu.', spentCents: nth === 1 ? 0 : 40_000_00, documents: [aFileId] },
    by: 'applicant-1',
  }),
  'certify-service': () => ({ afterDays: 4, answer: { verdict: 'certify' }, by: 'reviewer-1' }),
  'order-payment': () => ({ afterDays: 1, answer: { ordered: true }, by: 'authority-1' }),
  'payment-confirmed': (item) => ({
    afterDays: 6,
    answer: { paidOn: dayAfter(item, 6), amountCents: (item.context as AmountContext).amountCents, chorusNumber: '1900000007' },
    by: 'budget-1',
  }),
};

/** F13 and F11: what somebody may do is not done; once it was, it goes on like this. */
const sideWays: Course = {
  'committee-amendment-opinion': () => ({
    afterDays: 9,
    answer: { opinion: 'favourable', reasons: 'Le nouveau montant reste proportionné au projet.' },
    by: 'committee-1',
  }),
  'decide-amendment': () => ({ afterDays: 5, answer: { decision: 'accept', why: 'Le projet garde son objet.' }, by: 'authority-1' }),
  'sign-amendment': (item) => ({ afterDays: 4, answer: signed(item, 4), by: 'applicant-1' }),
  'written-observations': () => ({
    afterDays: 20,
    answer: { observations: 'Les dépenses en cause ont été faites pour le projet.', documents: [] },
    by: 'applicant-1',
  }),
  'decide-clawback': () => ({
    afterDays: 10,
    answer: { decision: 'drop', why: 'Les observations établissent que les conditions sont tenues.' },
    by: 'authority-1',
  }),
  'record-recovery-order': (item) => ({
    afterDays: 3,
    answer: { number: 'TP-2026-000123', issuedOn: dayAfter(item, 3), documents: [] },
    by: 'budget-1',
  }),
};

export const money: Course = { ...convention, ...payments, ...sideWays };
