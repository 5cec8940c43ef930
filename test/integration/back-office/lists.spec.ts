import { randomUUID } from 'node:crypto';
import { closedCallId } from '../../../prisma/seed-calls.js';
import { filedCase } from './applications.js';
import type { Browser } from './back-office.js';
import { runningJalon } from './running.js';

interface Page {
  items: { id?: string; ref: string; title: string; lastDay?: string }[];
  nextCursor?: string;
  total: number;
}

const titles = [
  'Écrire simplement',
  'Élan des données',
  'Zone de test',
  'Atelier itinérant',
  'Ateliers 100 % à distance',
  'Équipe produit',
  'Data_lab',
];
const jalon = runningJalon();
let manager: Browser;
let refs: string[];

beforeAll(async () => {
  const applicant = await jalon.as('Camille Exemple');
  manager = await jalon.as('Ariel Pilote');
  refs = [];
  for (const title of titles) refs.push(await filedCase(applicant, { title }));
});

const pages = async (path: string): Promise<Page[]> => {
  const found: Page[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await manager.get<Page>(`${path}&limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    found.push(body);
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return found;
};

describe.each(['asc', 'desc'])('in %sending order', (order) => {
  it.each([
    ...['due', 'asked', 'title'].map((sort) => `/tasks?scope=all&sort=${sort}`),
    ...['opened', 'nextDay', 'title', 'amount'].map((sort) => `/cases?sort=${sort}`),
  ])('%s shows each row once, page after page', async (path) => {
    const all = await pages(`${path}&order=${order}`);
    const shown = all.flatMap(({ items }) => items.map(({ ref }) => ref));
    expect(all.map(({ total }) => total)).toEqual(all.map(() => titles.length));
    expect(shown.toSorted()).toEqual(refs.toSorted());
  });
});

it('orders titles as French does', async () => {
  const { body } = await manager.get<Page>('/cases?sort=title&order=asc');
  expect(body.items.map(({ title }) => title)).toEqual([
    'Atelier itinérant',
    'Ateliers 100 % à distance',
    'Data_lab',
    'Écrire simplement',
    'Élan des données',
    'Équipe produit',
    'Zone de test',
  ]);
});

it.each([
  ['ecrire', ['Écrire simplement']],
  ['DONNÉES elan', ['Élan des données']],
  ['100 %', ['Ateliers 100 % à distance']],
  ['data_', ['Data_lab']],
  ['rien de tel', []],
])('finds « %s » without accents or case, every character itself', async (q, expected) => {
  for (const path of ['/cases?sort=title', '/tasks?scope=all&sort=title']) {
    const { body } = await manager.get<Page>(`${path}&q=${encodeURIComponent(q)}`);
    expect(body.items.map(({ title }) => title)).toEqual(expected);
    expect(body.total).toBe(expected.length);
  }
});

it('filters tasks by stage, procedure, last day and person, and counts them', async () => {
  const total = async (filter: string) => (await manager.get<Page>(`/tasks?scope=all&${filter}`)).body.total;
  const [reviewer] = await jalon.prisma.person.findMany({ where: { name: 'Sacha Modèle' } });
  await (await jalon.as('Sacha Modèle')).post(`/tasks/${refs[0]}.check-completeness-1/claim`);
  expect(await total('stage=completeness')).toBe(titles.length);
  expect(await total('stage=decision')).toBe(0);
  expect(await total('procedure=canum')).toBe(0);
  expect(await total('dueBefore=2020-01-01')).toBe(0);
  expect(await total('dueBefore=2100-01-01')).toBe(titles.length);
  expect(await total(`person=${reviewer?.id}`)).toBe(1);
  const counts = await (await jalon.as('Sacha Modèle')).get('/tasks/counts');
  expect(counts.body).toMatchObject({ mine: 1, groups: titles.length, all: titles.length, overdue: 0 });
});

it('shows nothing of a case outside the perimeter that a role is held for', async () => {
  const id = randomUUID();
  const outside = { name: 'Hors Périmètre', email: 'hors.perimetre@exemple.gouv.invalid', synthetic: true };
  const grants = ['reviewer', 'authority', 'programManager', 'budgetOfficer'].map((role) => ({
    id: randomUUID(),
    role,
    callId: closedCallId,
  }));
  await jalon.prisma.person.create({ data: { id, ...outside, grants: { create: grants } } });
  const browser = await jalon.as(outside.name);
  expect((await browser.get<Page>('/cases')).body.total).toBe(0);
  expect((await browser.get<Page>('/tasks?scope=all')).body.total).toBe(0);
  const [ref] = refs;
  for (const path of [
    `/cases/${ref}`,
    `/cases/${ref}/timeline`,
    `/cases/${ref}/journal`,
    `/cases/${ref}/documents`,
    `/tasks/${ref}.check-completeness-1`,
  ]) {
    expect(`${path} ${(await browser.get(path)).status}`).toBe(`${path} 404`);
  }
  expect((await browser.post(`/tasks/${ref}.check-completeness-1/answer`, { answer: { verdict: 'complete' } })).status).toBe(404);
  expect((await browser.post(`/cases/${ref}/interventions`, { kind: 'pause', cause: 'Service', reason: 'Hors périmètre' })).status).toBe(
    404,
  );
});
