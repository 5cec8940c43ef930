import { openCallId } from '../../../prisma/seed-calls.js';
import { filedCase } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type CaseBody, type Cast, grid, today, why } from './cast.js';

export type Opinions = Readonly<Record<string, object>>;

/** A case that waits for the committee; returns its reference. */
export async function studiedCase(people: Cast, options: Parameters<typeof filedCase>[1], applicant = people.applicant): Promise<string> {
  const ref = await filedCase(applicant, options);
  await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
  await answer(people.reviewer, ref, 'score-application-1', grid(15));
  await answer(people.second, ref, 'score-application-2', grid(14));
  await answer(people.expert, ref, 'expert-opinion-1', { opinion: 'favourable', reasons: why });
  await answer(people.otherExpert, ref, 'expert-opinion-2', { opinion: 'reserved', reasons: why });
  return ref;
}

export const idsOf = async (...browsers: Browser[]): Promise<string[]> =>
  Promise.all(browsers.map(async (browser) => (await browser.get<{ person: { id: string } }>('/session')).body.person.id));

/** A session for today, at short notice. */
export async function convened(people: Cast, refs: readonly string[], change: object = {}) {
  const members = await idsOf(people.committee, people.otherMember, people.kin);
  const [chair] = members;
  return people.manager.post<{ ref: string; type: string; fields?: Record<string, string> }>('/sessions', {
    callId: openCallId,
    metOn: today(),
    chair,
    members,
    refs,
    shortNotice: 'Séance d’essai tenue le jour même.',
    ...change,
  });
}

/** The item of this key that the person has to do on the session. */
export async function taskOf(who: Browser, session: string, key: string): Promise<string> {
  const { body } = await who.get<{ items: { id: string; key: string; ref: string }[] }>('/tasks?scope=mine&limit=100');
  const id = body.items.find((task) => task.ref === session && task.key === key)?.id;
  if (id === undefined) throw new Error(`Nobody is asked to ${key} on ${session}.`);
  return id.slice(session.length + 1);
}

/** The whole sitting: interests, no marks, opinions, signature; the opinions have then reached their cases. */
export async function heard(people: Cast, opinions: Opinions): Promise<string> {
  const refs = Object.keys(opinions);
  const { body } = await convened(people, refs);
  const session = body.ref;
  const members = await idsOf(people.committee, people.otherMember);
  await answer(people.committee, session, 'open-sitting-1', { sitting: 'held', present: members });
  await answer(people.committee, session, 'give-opinions-1', { results: opinions });
  await answer(people.committee, session, 'sign-minutes-1', { verdict: 'sign', exact: true });
  for (const ref of refs) await hearing(people.manager, ref);
  return session;
}

/** Until the case has heard its session: that is an effect, delivered after the commit. */
export async function hearing(who: Browser, ref: string): Promise<void> {
  for (;;) {
    const { body } = await who.get<{ type: string }[]>(`/cases/${ref}/timeline`);
    if (body.filter(({ type }) => type === 'happened').length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const stageOf = async (who: Browser, ref: string) => (await who.get<CaseBody>(`/cases/${ref}`)).body.stage;
