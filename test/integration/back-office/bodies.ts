import { openCallId } from '../../../prisma/seed-calls.js';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { today } from './cast.js';

const someone = '00000000-0000-4000-8000-00000000000a';
const reason = 'Une raison assez longue pour être reçue par toutes les adresses.';
const version = { version: 1 };
const dates = { opensOn: today(), closesOn: addDays(today(), 60) };

const account = () => ({ name: 'Un système', purpose: reason, scopes: ['cases:read'], perMinute: 60, perDay: 1_000 });

const plan = () => ({
  startsOn: addDays(today(), 90),
  sessions: [{ id: 's1', title: 'Conduire un produit', on: addDays(today(), 95), place: 'insp' }],
  coaches: [{ person: someone, load: 2 }],
  jury: { on: addDays(today(), 150), members: [someone], quorum: 0.5 },
  resitBy: addDays(today(), 170),
});

/**
 * What each operation that changes something takes, past the validation of its form, so that its answer tells whether the person
 * reaches the thing. Operations without a body are not here.
 */
export const bodies: Readonly<Record<string, () => object>> = {
  answerTask: () => ({ answer: { verdict: 'complete' } }),
  previewLetter: () => ({ answer: { verdict: 'complete' } }),
  assignTask: () => ({ personId: someone }),
  saveAnswerDraft: () => ({ content: {}, version: 0 }),
  saveEventDraft: () => ({ content: {}, version: 0 }),
  confirmEvent: () => ({ data: {} }),
  intervene: () => ({ kind: 'resume', reason }),
  sendMessage: () => ({ text: 'Un message.' }),
  writeNote: () => ({ text: 'Une note.' }),
  fastForwardCase: () => ({ days: 1 }),
  abandonEffect: () => ({ reason }),
  answerDataRequest: () => ({ verdict: 'granted', answer: reason }),
  holdRetention: () => ({ reason }),
  releaseRetention: () => ({ reason }),
  giveEliminationVisa: () => ({ visa: 'AN-2036-12' }),
  decideEliminationVisa: () => ({ verdict: 'refused' }),
  breakGlass: () => ({ reason }),
  acknowledgeBreakGlass: () => ({ remark: reason }),
  saveDraft: () => ({ content: {}, version: 1 }),
  copyDraft: () => ({ callId: openCallId }),
  inviteCoApplicant: () => ({ email: 'alix.fictif@exemple.gouv.invalid', right: 'reader' }),
  changeCoApplicant: () => ({ right: 'editor' }),
  changeCall: () => ({ ...version, ...dates, title: 'Appel', envelopeCents: 1_000_000, terms: {}, reason }),
  rehearseCall: () => ({}),
  copyCall: () => ({ ...dates, title: 'Copie' }),
  publishCall: () => ({ ...version, reason }),
  exhaustCall: () => ({ ...version, reason }),
  reopenCall: () => ({ ...version, reason }),
  closeCall: () => ({ ...version, reason }),
  settleCall: () => ({ ...version, reason }),
  promoteFromWaitingList: () => ({ amountCents: 100_000 }),
  tryWhatIf: () => ({}),
  applyToCohort: () => ({ draftId: someone, application: {} }),
  previewCohortChange: () => ({ kind: 'replan', plan: plan() }),
  applyCohortChange: () => ({ whatIf: { kind: 'replan', plan: plan() }, plan: plan(), why: reason }),
  releaseCohortChange: () => ({ verdict: 'send' }),
  nameJourneyGrant: () => ({}),
  bookSeat: () => ({ year: 'DIRECTEURS-2026-999999' }),
  sayPresence: () => ({ year: 'DIRECTEURS-2026-999999', coming: true }),
  callOffSeatedEvent: () => ({ reason }),
  startWave: () => ({ wave: 1, session: 'EVENEMENT-2026-999999', people: [someone] }),
  declineOffer: () => ({ event: 'EVENEMENT-2026-999999' }),
  proposeIdentityMove: () => ({ into: someone, reason }),
  decideIdentityMove: () => ({ verdict: 'refused' }),
  changeServiceAccount: () => ({ ...account(), ownerId: someone }),
  rotateServiceSecret: () => ({ overlapDays: 0 }),
  addWebhook: () => ({ url: 'https://systeme.exemple.gouv.fr/jalon', events: ['case.opened'] }),
  replayDeliveries: () => ({ from: today() }),
  addDelegate: () => ({ email: 'dany.agenda@exemple.gouv.invalid' }),
};

/** Operations on one thing that change it and take nothing. */
export const bodiless: ReadonlySet<string> = new Set([
  'claimTask',
  'releaseTask',
  'fileDraft',
  'retryEffect',
  'beginCohortApplication',
  'agreeToServiceAccount',
  'rotateWebhookSecret',
  'resumeWebhook',
  'replayDelivery',
]);
