import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { filedCase } from './filed-case.js';
import { byApi } from './running-jalon.js';

const why = 'Le besoin est établi et la méthode éprouvée.';
const grid = {
  noConflict: true,
  marks: Object.fromEntries(
    ['need', 'pedagogy', 'reuse', 'feasibility', 'budget'].map((key) => [key, { score: 14, why: 'Le dossier le montre.' }]),
  ),
  opinion: 'favourable',
  summary: 'Projet utile à plusieurs ministères.',
};

/** Answers a task of the case, such as `check-completeness-1`, through the API. */
export const answerByApi = async (name: string, ref: string, item: string, value: object) =>
  (await byApi(name)).send('POST', `/tasks/${ref}.${item}/answer`, { answer: value });

/** A case that waits for the committee. Returns its reference. */
export async function studiedCase(title: string): Promise<string> {
  const ref = await filedCase(title);
  await answerByApi('Sacha Modèle', ref, 'check-completeness-1', { verdict: 'complete' });
  await answerByApi('Sacha Modèle', ref, 'score-application-1', grid);
  await answerByApi('Charlie Démo', ref, 'score-application-2', grid);
  await answerByApi('Maé Spécimen', ref, 'expert-opinion-1', { opinion: 'favourable', reasons: why });
  await answerByApi('Lou Prototype', ref, 'expert-opinion-2', { opinion: 'favourable', reasons: why });
  return ref;
}

/** A session held today over this one case, which the committee follows. */
export async function heardByCommittee(ref: string, amountCents: number): Promise<void> {
  const manager = await byApi('Ariel Pilote');
  const { callId } = (await manager.get<{ application: { callId: string } }>(`/cases/${ref}`)).application;
  const { members } = await manager.get<{ members: { id: string; name: string }[] }>(`/sessions/candidates?callId=${callId}`);
  const session = await manager.send<{ ref: string }>('POST', '/sessions', {
    callId,
    metOn: civilDateAt(Date.now()),
    chair: members.find(({ name }) => name === 'Claude Essai')?.id,
    members: members.map(({ id }) => id),
    refs: [ref],
    shortNotice: 'Séance d’essai tenue le jour même.',
  });
  await answerByApi('Claude Essai', session.ref, 'open-sitting-1', { sitting: 'held', present: members.map(({ id }) => id) });
  await answerByApi('Claude Essai', session.ref, 'give-opinions-1', { results: { [ref]: { result: 'favourable', amountCents } } });
  await answerByApi('Claude Essai', session.ref, 'sign-minutes-1', { verdict: 'sign', exact: true });
  await leavesCommittee(ref);
}

/** Until the case has heard its session, a moment after the minutes are signed. */
export async function leavesCommittee(ref: string): Promise<void> {
  const manager = await byApi('Ariel Pilote');
  while ((await manager.get<{ stage: string }>(`/cases/${ref}`)).stage === 'committee')
    await new Promise((resolve) => setTimeout(resolve, 100));
}
