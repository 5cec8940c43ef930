import { personId } from '../../../prisma/seed-people.js';
import type { Browser } from './back-office.js';
import { answer, type Problem } from './cast.js';
import { runningJalon } from './running.js';

interface Document {
  kind: string;
  filename: string;
}
interface OneTask {
  id: string;
  key: string;
  mayAnswer: boolean;
}

const jalon = runningJalon();
let manager: Browser;

beforeAll(async () => {
  manager = await jalon.as('Ezra Renfort');
});

const named = { coach: personId('Robin Gabarit'), host: personId('Ilan Accueil') };
const open = (change: object = {}, who = manager) =>
  who.post<Problem & { ref: string }>('/reviews', { from: 2024, to: 2026, ...named, ...change });

it('previews the figures of some years, with who may speak for coaches and hosts', async () => {
  const { status, body } = await manager.get<{
    figures: { label: string; value: string }[];
    coaches: { name: string }[];
    hosts: { name: string }[];
  }>('/reviews/preview?from=2024&to=2026');
  expect(status).toBe(200);
  expect(body.figures[0]?.value).toContain('les années 2024 à 2026');
  expect(body.figures).toContainEqual({ label: 'Agents reconvertis', value: 'moins de 10' });
  expect(body.coaches.map(({ name }) => name)).toEqual(['Aube Repère', 'Robin Gabarit']);
  expect(body.hosts.map(({ name }) => name)).toEqual(['Ilan Accueil', 'Yael Esquisse']);
});

it('is opened by who manages the programme, for years in their order, with people of the right roles', async () => {
  expect((await open({ from: 2026, to: 2025 })).body.fields).toEqual({ to: 'La dernière année suit la première.' });
  expect((await open({ to: 2030 })).body.fields).toHaveProperty('to');
  expect((await open({ coach: named.host })).body.fields).toEqual({ coach: 'Choisissez un coach des reconversions.' });
  expect((await open({}, await jalon.as('Sam Relais'))).status).toBe(403);
  expect((await open({}, await jalon.as('Tess Cap'))).status).toBe(403);
});

it('goes from its contributions to the file of the decision, through the pages of any case', async () => {
  const { status, body } = await open();
  expect([status, body.ref]).toEqual([201, expect.stringMatching(/^BILAN-\d{4}-\d{6}$/)]);
  const { ref } = body;
  const [coach, host, direction, second] = await Promise.all(
    ['Robin Gabarit', 'Ilan Accueil', 'Tess Cap', 'Val Paraphe'].map((name) => jalon.as(name)),
  );
  if (!coach || !host || !direction || !second) throw new Error('Somebody is missing.');
  const said = { lessons: 'Le lien avec un coach tient les parcours.', difficulties: 'Les postes arrivent tard.' };
  for (const [index, who] of [coach, host, direction].entries())
    expect((await answer(who, ref, `contribute-to-review-${index + 1}`, said)).status).toBe(200);
  const stance = { verdict: 'go', reasons: 'Les parcours mènent à un poste, et les administrations demandent à continuer.' };
  expect((await answer(manager, ref, 'propose-outcome-1', stance)).status).toBe(200);
  expect((await answer(direction, ref, 'decide-outcome-1', stance)).status).toBe(200);
  const task = `${ref}.confirm-outcome-1`;
  expect((await direction.get<OneTask>(`/tasks/${task}`)).body.mayAnswer).toBe(false);
  expect((await second.get<OneTask>(`/tasks/${task}`)).body.mayAnswer).toBe(true);
  const draft = await second.post(`/tasks/${task}/preview`, { answer: { verdict: 'confirm' } });
  expect(draft.status).toBe(200);
  expect((await answer(second, ref, 'confirm-outcome-1', { verdict: 'confirm' })).status).toBe(200);
  expect((await manager.get(`/cases/${ref}`)).body).toMatchObject({ status: 'closed', outcome: 'go' });
  let documents: Document[] = [];
  while (documents.length === 0) ({ body: documents } = await manager.get<Document[]>(`/cases/${ref}/documents`));
  expect(documents.map(({ kind }) => kind)).toEqual(['decision-file']);
  // Who contributed reads what came of it; a participant knows nothing of it.
  expect((await coach.get(`/cases/${ref}`)).status).toBe(200);
  expect((await host.get(`/cases/${ref}`)).status).toBe(200);
  expect((await (await jalon.as('Morgan Canevas')).get(`/cases/${ref}`)).status).toBe(404);
});
