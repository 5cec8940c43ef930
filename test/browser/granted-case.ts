import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { answerByApi, heardByCommittee, studiedCase } from './heard-case.js';
import { byApi } from './running-jalon.js';

const amountCents = 120_000_00;
const why = 'Le besoin est établi et la méthode éprouvée.';

/** The day in the case, which may run ahead of the server's. */
export const dayIn = async (ref: string) => (await (await byApi('Ariel Pilote')).get<{ today: string }>(`/cases/${ref}`)).today;

/** Lets days pass in the case. */
export const letPass = async (ref: string, days: number) =>
  (await byApi('Ariel Pilote')).send('POST', `/cases/${ref}/fast-forward`, { days });

/** Tells the case that something it expects has happened, such as `payment-confirmed-1`. */
export const happenByApi = async (name: string, ref: string, item: string, data: object) =>
  (await byApi(name)).send('POST', `/cases/${ref}/events/${item}`, { data });

/** A file on the case, from its applicant. */
export const fileOf = async (ref: string, filename: string) =>
  (await byApi('Camille Exemple')).upload({ caseRef: ref }, filename, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

/** A case whose award has just been notified: Camille Exemple has the convention to sign. Returns its reference. */
export async function awardedCase(title: string): Promise<string> {
  const ref = await studiedCase(title);
  await heardByCommittee(ref, amountCents);
  await answerByApi('Gaël Témoin', ref, 'decide-1', { decision: 'award', amountCents, why });
  await answerByApi('Gaël Témoin', ref, 'release-notice-1', { verdict: 'notify' });
  return ref;
}

/** Both sign, the credits are committed and the advance is asked for: a reviewer has the service to certify. `turn` counts conventions. */
export async function beginProject(ref: string, turn = 1): Promise<void> {
  const today = civilDateAt(Date.now());
  const signature = { signedOn: today, signedBy: 'Directrice générale', documents: [] };
  await answerByApi('Camille Exemple', ref, `sign-convention-${turn}`, { choice: 'sign', ...signature });
  await answerByApi('Gaël Témoin', ref, 'countersign-convention-1', signature);
  await answerByApi('Ange Imaginaire', ref, 'record-commitment-1', { result: 'recorded', ejNumber: '2100000042', committedOn: today });
  await askForPayment(ref, 1, 'Le projet démarre.');
}

/** The applicant asks for an instalment. */
export const askForPayment = async (ref: string, turn: number, statement: string) =>
  answerByApi('Camille Exemple', ref, `request-instalment-${turn}`, {
    statement,
    spentCents: 0,
    documents: [await fileOf(ref, 'Coordonnées bancaires.pdf')],
  });

/** The authority orders and the budget officer pays what a reviewer has certified. */
export async function pay(ref: string, turn: number, cents: number): Promise<void> {
  await answerByApi('Gaël Témoin', ref, `order-payment-${turn}`, { ordered: true });
  const paid = { paidOn: await dayIn(ref), amountCents: cents, chorusNumber: '1900000007' };
  await happenByApi('Ange Imaginaire', ref, `payment-confirmed-${turn}`, paid);
}
