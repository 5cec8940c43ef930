import { loadGrantsAndJourneys } from '../../../prisma/demonstration/grants-and-journeys.js';
import { pastCalls } from '../../../prisma/demonstration/grants/past-calls.js';
import { civilDateAt } from '../../../workflows/calendar/paris-time.js';
import { answer } from './cast.js';
import { deadLinks, faultsOf, loadPart } from './demonstration-loading.js';
import { runningJalon } from './running.js';

const jalon = runningJalon({ JALON_PATIENCE_SECONDS: '30' });
let loaded: number;
beforeAll(async () => void (loaded = await loadPart(jalon, loadGrantsAndJourneys)), 300_000);
jest.setTimeout(120_000);

/** The only open task of a kind, or the first of a case whose reference ends so. */
const taskOf = (key: string, end = '') =>
  jalon.prisma.task.findFirstOrThrow({ where: { key, status: 'open', caseRef: { endsWith: end } }, orderBy: { id: 'asc' } });

async function does(name: string, { caseRef, item }: { caseRef: string; item: string }, value: object) {
  const { status, body } = await answer(await jalon.as(name), caseRef, item, value);
  return { status, type: status === 200 ? undefined : body.type, fields: body.fields };
}
const done = { status: 200, type: undefined, fields: undefined };

it('loads every case once, with chains that hold and no dead link', async () => {
  const { prisma } = jalon;
  expect(await prisma.caseFile.count()).toBe(loaded);
  expect(await prisma.caseFile.count({ where: { procedure: { startsWith: 'reconversion' } } })).toBe(46);
  expect([await faultsOf(jalon), await deadLinks(jalon)]).toEqual([[], 0]);
  const count = () => Promise.all([prisma.caseFile.count(), prisma.journal.count(), prisma.document.count(), prisma.note.count()]);
  const there = await count();
  expect(await loadPart(jalon, loadGrantsAndJourneys)).toBe(0);
  // As if it had been interrupted just before its end: every case is looked at, and left alone.
  await prisma.note.deleteMany();
  expect(await loadPart(jalon, loadGrantsAndJourneys)).toBe(loaded);
  expect(await count()).toEqual(there);
});

it('sends nothing for what is past, and leaves no incident', async () => {
  expect(await jalon.prisma.mail.count()).toBe(0);
  expect(await jalon.prisma.effect.count({ where: { status: { not: 'done' } } })).toBe(0);
});

it('lets people read letters and the files that were sent', async () => {
  const morgan = await jalon.as('Morgan Canevas');
  const { caseRef } = await taskOf('hand-in-milestone', '900004-1');
  const documents = await jalon.prisma.document.findMany({ where: { caseRef } });
  expect(documents.map(({ kind }) => kind).sort()).toEqual(['attachment', 'attachment', 'journey-convention']);
  for (const { id } of documents) {
    const { status, bytes } = await morgan.download(`/documents/${id}/content`);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  }
});

it('offers the named accounts alone', async () => {
  const { body } = await jalon.anonymous().get<{ email: string }[]>('/demonstration/accounts');
  expect(body.filter(({ email }) => email.includes('figurants'))).toEqual([]);
  expect(body.map(({ email }) => email)).toContain('morgan.canevas@exemple.gouv.invalid');
});

it('lets people act on what was loaded', async () => {
  const handIn = await taskOf('hand-in-milestone', '900004-1');
  const morgan = await jalon.as('Morgan Canevas');
  const { body: file } = await morgan.upload({ caseRef: handIn.caseRef }, 'Livrable.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  expect(await does('Morgan Canevas', handIn, { statement: 'Le livrable est complet.', documents: [file.id] })).toEqual(done);

  const review = await taskOf('review-milestone', '900005-1');
  const coach = await jalon.prisma.person.findUniqueOrThrow({ where: { id: review.personId ?? '' } });
  expect(await does(coach.name, review, { verdict: 'validate', feedback: 'Clair et utile.' })).toEqual(done);

  expect(await does('Yael Esquisse', await taskOf('give-agreement', '900006-6'), { verdict: 'agree' })).toEqual(done);
  const post = { result: 'assigned', post: 'Responsable de produit', startsOn: '2030-01-07' };
  expect(await does('Ilan Accueil', await taskOf('record-assignment'), post)).toEqual(done);
});

it('lets cases that were loaded hear each other', async () => {
  const selection = await taskOf('select-candidate', '900006-4');
  expect(await does('Alma Promotion', selection, { verdict: 'retain' })).toEqual(done);
  const cohort = selection.caseRef.replace(/-4$/, '');
  const heard = () =>
    jalon.prisma.journal.count({
      where: { caseRef: cohort, type: 'happened', entry: { path: ['data', 'ref'], equals: selection.caseRef } },
    });
  for (let tries = 0; tries < 400 && (await heard()) === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await heard()).toBe(1);
});

it('closes the calls of past years, with their versions and the sessions that were held', async () => {
  const manager = await jalon.as('Ariel Pilote');
  const { desk, strasbourg } = pastCalls(civilDateAt(Date.now()));
  const { body } = await manager.get<{ status: string; open: boolean; version: number }>(`/calls/${desk.id}`);
  expect(body).toMatchObject({ status: 'closed', open: false, version: 3 });
  const sessions = (await manager.get<{ status: string }[]>(`/sessions?callId=${desk.id}`)).body;
  expect([sessions.length > 5, new Set(sessions.map(({ status }) => status))]).toEqual([true, new Set(['closed'])]);
  expect((await manager.get<{ terms: { zone: string } }>(`/calls/${strasbourg.id}`)).body.terms.zone).toBe('alsace-moselle');
});

it('lets a grant of past years stand still, as any other', async () => {
  const manager = await jalon.as('Ariel Pilote');
  const { ref } = await jalon.prisma.caseFile.findFirstOrThrow({ where: { procedure: 'ftap', status: 'open', stage: 'execution' } });
  const pause = { kind: 'pause', cause: 'Réorganisation du porteur', reason: 'Le porteur change de direction générale.' };
  expect((await manager.post(`/cases/${ref}/interventions`, pause)).status).toBe(200);
  expect((await manager.get<{ status: string }>(`/cases/${ref}`)).body.status).toBe('paused');
});
