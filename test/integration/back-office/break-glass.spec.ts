import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { postman } from '../../../activities/notify/postman.js';
import { sendWaitingMails } from '../../../activities/notify/waiting-mails.js';
import type { Envelope } from '../../../activities/notify/transport.js';
import { DeclaredRights } from '../../../apps/back-office/permissions/declared-rights.js';
import { concrete } from './addresses.js';
import { filedCase } from './applications.js';
import type { Browser } from './back-office.js';
import { answer, type Problem } from './cast.js';
import { jalonWithCast } from './running.js';

interface Glass {
  id: string;
  ref: string;
  by: { name: string };
  reason: string;
  until: string;
  acknowledged?: { by: { name: string }; remark: string };
  mayAcknowledge: boolean;
}

const title = 'Titre que l’administrateur ne voit pas';
const reason = 'Le porteur signale une pièce illisible, à vérifier dans le dossier.';
const { jalon, people } = jalonWithCast();
let ref: string;
let other: string;

beforeAll(async () => {
  ref = await filedCase(people.applicant, { title });
  other = await filedCase(people.stranger, { title });
  await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
});

const entries = (of = ref) => jalon.prisma.accessEntry.findMany({ where: { caseRef: of }, orderBy: { seq: 'asc' } });
const open = (who: Browser, of = ref, why = reason, key: string = randomUUID()) =>
  who.post<Glass & Problem>(`/cases/${of}/break-glass`, { reason: why }, key);

describe('without a break-glass', () => {
  it('an administrator with every technical right reads no content, on any route', async () => {
    const document = await jalon.prisma.document.findFirstOrThrow({ where: { caseRef: ref } });
    const call = await jalon.prisma.call.findFirstOrThrow();
    const ids = { ref, task: `${ref}.check-completeness-1`, document: document.id, call: call.id };
    for (const { method, path, right } of jalon.app.get(DeclaredRights).routes()) {
      // What is everybody's says nothing of a case; some of it signs people in and out.
      if (method !== 'GET' || right === 'public') continue;
      const { status, bytes } = await people.admin.bytes(method, concrete(path, ids));
      const said = bytes.toString();
      expect(`${path} ${said.includes(title) || said.includes(document.filename)}`).toBe(`${path} false`);
      if (path.includes(':ref') && status === 200) expect(['/api/cases/:ref/journal', '/api/cases/:ref/accesses']).toContain(path);
    }
  });

  it('is for administrators, with a reason of twenty characters, for a case that is there', async () => {
    expect((await open(people.auditor)).status).toBe(403);
    expect((await open(people.manager)).status).toBe(403);
    expect((await open(people.admin, ref, 'Pour voir.           ')).status).toBe(422);
    expect((await open(people.admin, 'FTAP-2026-999999')).status).toBe(404);
    expect((await open(await jalon.as('Nour Système', 'eidas1'))).body.type).toBe('urn:jalon:problem:strongSignInNeeded');
    expect(await jalon.prisma.breakGlass.count()).toBe(0);
  });
});

describe('a break-glass', () => {
  let glass: Glass;
  const key = randomUUID();
  beforeAll(async () => {
    const { status, body } = await open(people.admin, ref, reason, key);
    expect(status).toBe(201);
    glass = body;
  });

  it('is an entry in the case’s chain, with its reason', async () => {
    expect((await entries()).at(-1)).toMatchObject({
      what: 'breakGlass',
      roles: ['administrator'],
      under: 'break-glass',
      remark: reason,
      object: glass.id,
    });
  });

  it('sent twice is one; its key opens no other case', async () => {
    const again = await open(people.admin, ref, reason, key);
    expect(again.body).toEqual(glass);
    expect((await open(people.admin, other, reason, key)).body).toMatchObject({ type: 'urn:jalon:problem:keyUsed' });
    expect(await jalon.prisma.breakGlass.count()).toBe(1);
    expect((await entries()).filter(({ what }) => what === 'breakGlass')).toHaveLength(1);
  });

  it('opens that case to be read, and every read under it says so', async () => {
    const before = (await entries()).length;
    const { body } = await people.admin.get<{
      title: string;
      glassUntil: string;
      interventions: [];
      mayExport: boolean;
      waits: { mayAct: boolean }[];
    }>(`/cases/${ref}`);
    expect(body).toMatchObject({ title, glassUntil: glass.until, interventions: [], mayExport: false });
    expect(body.waits.some(({ mayAct }) => mayAct)).toBe(false);
    const { body: documents } = await people.admin.get<{ id: string }[]>(`/cases/${ref}/documents`);
    const paths = [
      `/cases/${ref}/timeline`,
      `/cases/${ref}/messages`,
      `/documents/${documents[0]?.id}/content`,
      `/tasks/${ref}.check-completeness-1`,
      `/cases/${ref}/journal`,
    ];
    for (const path of paths) expect(`${path} ${(await people.admin.bytes('GET', path)).status}`).toBe(`${path} 200`);
    const read = (await entries()).slice(before);
    expect(read.map(({ what }) => what)).toEqual([
      'getCase',
      'listCaseDocuments',
      'getTimeline',
      'listMessages',
      'downloadDocument',
      'getTask',
      'getJournal',
    ]);
    expect(read.every(({ under, roles }) => under === 'break-glass' && roles.join() === 'administrator')).toBe(true);
  });

  it('opens no other case, no list, nothing to do', async () => {
    expect((await people.admin.get(`/cases/${other}`)).status).toBe(404);
    expect((await people.admin.get(`/tasks/${other}.check-completeness-1`)).status).toBe(404);
    for (const path of ['/cases', '/tasks', '/figures', '/sessions', `/cases/${ref}/proof`, `/cases/${ref}/notes`])
      expect(`${path} ${(await people.admin.get(path)).status}`).toBe(`${path} 403`);
    expect((await people.admin.post(`/tasks/${ref}.score-application-1/answer`, { answer: {} })).status).toBe(403);
    expect((await people.admin.post(`/cases/${ref}/messages`, { text: 'Bonjour' })).status).toBe(403);
  });

  it('of one administrator is none of another’s', async () => {
    const second = randomUUID();
    const person = { id: second, name: 'Autre Système', email: 'autre.systeme@exemple.gouv.invalid', synthetic: true };
    await jalon.prisma.person.create({ data: { ...person, grants: { create: { id: randomUUID(), role: 'administrator' } } } });
    expect((await (await jalon.as(person.name)).get(`/cases/${ref}`)).status).toBe(403);
  });

  it('is told by a mail to who answers for the program, which the worker takes away once', async () => {
    const mails = await jalon.prisma.mail.findMany({ where: { topic: `break-glass/${glass.id}` } });
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(
      expect.arrayContaining(['ariel.pilote@exemple.gouv.invalid', 'sam.relais@exemple.gouv.invalid']),
    );
    expect(mails[0]?.text).toContain(reason);
    const sent: Envelope[] = [];
    const carrier = postman(jalon.prisma, (_mail, envelope) => Promise.resolve(void sent.push(envelope)), 'jalon.exemple.gouv.invalid');
    expect(await sendWaitingMails(jalon.prisma, carrier)).toBe(0);
    expect(await sendWaitingMails(jalon.prisma, carrier)).toBe(0);
    expect(sent.map(({ to }) => to).sort()).toEqual(mails.map(({ recipient }) => recipient).sort());
  });

  it('is shown to who answers for the program until they acknowledge it, once', async () => {
    const elsewhere = await jalon.as('Maxence Parcours');
    expect((await elsewhere.get<Glass[]>('/break-glass')).body).toEqual([]);
    expect((await elsewhere.post(`/break-glass/${glass.id}/acknowledge`, { remark: 'Vu.' })).status).toBe(404);
    const { body: waiting } = await people.manager.get<Glass[]>('/break-glass?waiting=1');
    expect(waiting).toMatchObject([{ id: glass.id, ref, by: { name: 'Nour Système' }, reason, mayAcknowledge: true }]);
    expect((await people.auditor.get<Glass[]>('/break-glass')).body).toMatchObject([{ id: glass.id, mayAcknowledge: false }]);
    expect((await people.admin.post(`/break-glass/${glass.id}/acknowledge`, { remark: 'Vu.' })).status).toBe(403);
    const { status, body } = await people.manager.post<Glass>(`/break-glass/${glass.id}/acknowledge`, { remark: 'Vu avec le support.' });
    expect(status).toBe(200);
    expect(body.acknowledged).toMatchObject({ by: { name: 'Ariel Pilote' }, remark: 'Vu avec le support.' });
    expect((await people.manager.post<Problem>(`/break-glass/${glass.id}/acknowledge`, { remark: 'Encore.' })).body.type).toContain(
      'accessAcknowledged',
    );
    expect((await people.manager.get<Glass[]>('/break-glass?waiting=1')).body).toEqual([]);
    expect((await entries()).at(-1)).toMatchObject({ what: 'acknowledgeBreakGlass', remark: 'Vu avec le support.' });
  });

  it('is not acknowledged by who had it opened, whatever else they are', async () => {
    const id = randomUUID();
    const person = { id, name: 'Double Casquette', email: 'double.casquette@exemple.gouv.invalid', synthetic: true };
    const grants = ['administrator', 'programManager'].map((role) => ({ id: randomUUID(), role }));
    await jalon.prisma.person.create({ data: { ...person, grants: { create: grants } } });
    const both = await jalon.as(person.name);
    const { body } = await open(both, other);
    expect(body.mayAcknowledge).toBe(false);
    expect((await both.post(`/break-glass/${body.id}/acknowledge`, { remark: 'Vu.' })).status).toBe(403);
  });

  it('is neither changed nor deleted, and ends by itself', async () => {
    await expect(jalon.prisma.breakGlass.delete({ where: { id: glass.id } })).rejects.toThrow();
    await expect(jalon.prisma.breakGlass.update({ where: { id: glass.id }, data: { until: new Date('2099-01-01') } })).rejects.toThrow();
    // Only a superuser, past the trigger, can move the hour at which it ends.
    const url = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? '');
    url.pathname = new URL(jalon.database.appUrl).pathname;
    const clock = new pg.Client({ connectionString: url.href });
    await clock.connect();
    await clock.query("SET session_replication_role = 'replica'");
    await clock.query("UPDATE break_glass SET until = now() - interval '1 second' WHERE id = $1", [glass.id]);
    await clock.end();
    expect((await people.admin.get(`/cases/${ref}`)).status).toBe(403);
  });
});

it('an administrator who has read a case has left a trace that its program manager sees', async () => {
  await open(people.admin, other);
  expect((await people.admin.get<{ title: string }>(`/cases/${other}`)).body.title).toBe(title);
  const { body: alerts } = await people.manager.get<Glass[]>('/break-glass?waiting=1');
  expect(alerts.map((one) => [one.ref, one.by.name])).toContainEqual([other, 'Nour Système']);
  const { body: reads } = await people.manager.get<{ items: { operation: string; exceptional: boolean; person: { name: string } }[] }>(
    `/cases/${other}/accesses`,
  );
  expect(reads.items[0]).toMatchObject({ operation: 'getCase', exceptional: true, person: { name: 'Nour Système' } });
});
