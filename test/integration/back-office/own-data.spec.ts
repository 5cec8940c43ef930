import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { durationOf, retentionRules } from '../../../activities/retention/rules.js';
import { addMonths } from '../../../workflows/calendar/civil-date.js';
import { filedCase, pdf } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type Problem, today } from './cast.js';
import { jalonWithCast } from './running.js';

const { jalon, people } = jalonWithCast();
const secret = 'Note privée de l’instructeur sur le porteur';
let ref: string;
let other: string;

beforeAll(async () => {
  ref = await filedCase(people.applicant, { title: 'Projet de Camille' });
  other = await filedCase(people.stranger, { title: 'Projet de Dominique' });
  await people.reviewer.get(`/cases/${ref}`);
  await people.reviewer.post(`/cases/${ref}/notes`, { text: secret });
  await people.applicant.post(`/cases/${ref}/messages`, { text: 'Bonjour, voici une précision.' });
  await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
});

async function archiveOf(who: Browser) {
  const { status, bytes, headers } = await who.download('/me/data');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/zip');
  const files = unzipSync(bytes);
  const facts = JSON.parse(strFromU8(files['donnees.json']!)) as Record<string, Record<string, unknown>[]>;
  return { facts, text: JSON.stringify(facts), names: Object.keys(files), files };
}

describe('the archive of one’s own data', () => {
  it('holds what the person gave, what they were sent and who they are', async () => {
    const { facts, text, names, files } = await archiveOf(people.applicant);
    expect(facts.dossiers).toMatchObject([{ référence: ref, titre: 'Projet de Camille' }]);
    expect(facts.personne).toMatchObject({ nom: 'Camille Exemple' });
    expect(text).toContain('Bonjour, voici une précision.');
    expect(facts.courriels?.length).toBeGreaterThan(0);
    expect(facts.lecturesDeVosDossiers?.length).toBeGreaterThan(0);
    const given = names.find((name) => name.endsWith('budget.pdf'));
    expect(Buffer.from(files[given ?? '']!).toString()).toBe(pdf);
    expect(names.some((name) => name.includes('receipt'))).toBe(true);
  });

  it('holds nothing of others: neither their notes, nor their names, nor their cases', async () => {
    const { text, names } = await archiveOf(people.applicant);
    for (const foreign of [secret, 'Sacha Modèle', 'Projet de Dominique', other]) expect(text).not.toContain(foreign);
    const foreign = await jalon.prisma.document.findMany({ where: { caseRef: other } });
    expect(foreign.filter(({ id }) => names.some((name) => name.includes(id)))).toEqual([]);
  });

  it('of an agent says that they acted, not what the cases of others say', async () => {
    const { facts, text } = await archiveOf(people.reviewer);
    expect(facts.réponses).toMatchObject([{ dossier: ref, tâche: 'check-completeness' }]);
    expect(facts.dossiers).toEqual([]);
    expect(text).not.toContain('Projet de Camille');
    expect(text).not.toContain('verdict');
    expect(text).not.toContain(secret);
  });

  it('leaves no trace of a read: it is one’s own', async () => {
    const before = await jalon.prisma.accessEntry.count();
    await archiveOf(people.applicant);
    expect(await jalon.prisma.accessEntry.count()).toBe(before);
  });
});

describe('a request about one’s own data', () => {
  const text = 'Mon adresse est celle de mon ancien ministère.';
  const key = randomUUID();

  it('is kept once, to be answered within a month', async () => {
    for (let twice = 0; twice < 2; twice++) {
      const { status, body } = await people.applicant.post('/me/data-requests', { kind: 'rectification', text }, key);
      expect([status, body]).toMatchObject([201, { kind: 'rectification', dueOn: addMonths(today(), 1), overdue: false }]);
    }
    expect((await people.applicant.get<object[]>('/me/data-requests')).body).toHaveLength(1);
    expect((await people.stranger.get<object[]>('/me/data-requests')).body).toEqual([]);
    const taken = await people.stranger.post<Problem>('/me/data-requests', { kind: 'erasure', text }, key);
    expect(taken.body.type).toBe('urn:jalon:problem:keyUsed');
  });

  it('is followed by the program manager and the administrator until one of them answers, once', async () => {
    expect((await people.reviewer.get('/data-requests')).status).toBe(403);
    await jalon.prisma.dataRequest.update({ where: { id: key }, data: { dueOn: new Date('2020-01-01') } });
    for (const who of [people.manager, people.admin])
      expect((await who.get('/data-requests?waiting=1')).body).toMatchObject([
        { id: key, personName: 'Camille Exemple', overdue: true, mayAnswer: true },
      ]);
    const said = { verdict: 'granted', answer: 'L’adresse est corrigée.' };
    expect((await people.manager.post(`/data-requests/${key}/answer`, said)).status).toBe(200);
    expect((await people.admin.post<Problem>(`/data-requests/${key}/answer`, said)).body.type).toContain('dataRequestAnswered');
    expect((await people.applicant.get('/me/data-requests')).body).toMatchObject([said]);
    expect((await people.manager.get('/data-requests?waiting=1')).body).toEqual([]);
  });

  it('is not answered by who asked', async () => {
    const own = randomUUID();
    await people.manager.post('/me/data-requests', { kind: 'erasure', text }, own);
    const { body } = await people.manager.post<Problem>(`/data-requests/${own}/answer`, { verdict: 'granted', answer: text });
    expect(body.type).toContain('separationOfDuties');
  });
});

describe('the register', () => {
  it('is open to anybody and tells the very durations by which cases are destroyed', async () => {
    const { status, body } = await jalon.anonymous().get<{ treatments: { durations: { duration: string }[] }[] }>('/register');
    expect(status).toBe(200);
    const told = body.treatments.flatMap(({ durations }) => durations.map(({ duration }) => duration));
    for (const rule of retentionRules) expect(told).toContain(durationOf(rule));
  });
});
