import type { Browser } from './back-office.js';
import { answer, type CaseBody, why } from './cast.js';
import { heard, studiedCase } from './committee.js';
import { jalonWithCast } from './running.js';

const { jalon, people } = jalonWithCast();

const decision = { decision: 'award', amountCents: 100_000_00, why };

it('a decision wants a strong sign-in; reading, and keeping what one writes, do not', async () => {
  const ref = await studiedCase(people, { title: 'Une décision à prendre' });
  await heard(people, { [ref]: { result: 'favourable', amountCents: 100_000_00 } });
  const weak: Browser = await jalon.as('Gaël Témoin', 'eidas1');
  expect((await weak.get(`/tasks/${ref}.decide-1`)).status).toBe(200);
  expect((await weak.put(`/tasks/${ref}.decide-1/draft`, { content: decision, version: 0 })).status).toBe(200);
  expect((await answer(weak, ref, 'decide-1', decision)).body.type).toBe('urn:jalon:problem:strongSignInNeeded');
  expect((await people.manager.get<CaseBody>(`/cases/${ref}`)).body.stage).toBe('decision');
  expect((await answer(people.authority, ref, 'decide-1', decision)).status).toBe(200);
});

it('who only studies a case needs none', async () => {
  const reviewer = await jalon.as('Sacha Modèle', 'eidas1');
  const ref = await studiedCase({ ...people, reviewer }, { title: 'Un dossier à instruire' });
  expect((await people.manager.get<CaseBody>(`/cases/${ref}`)).body.stage).toBe('committee');
});
