import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openFileStore } from '../../../activities/documents/open-file-store.js';
import { outbox } from '../../../activities/notify/transport.js';
import { postman } from '../../../activities/notify/postman.js';
import { keepRetentionActivity } from '../../../activities/retention/keep-retention.js';
import { addDays, type CivilDate } from '../../../workflows/calendar/civil-date.js';
import { instantAt } from '../../../workflows/calendar/paris-time.js';
import { procedureOf } from '../../../workflows/catalogue.js';
import { journals, underNewRef } from '../../builders/journals.js';
import type { Browser } from './back-office.js';
import type { Problem } from './cast.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

interface Clock extends Problem {
  state: string;
  keptUntil: string;
  holds: { since: string; until?: string; reason?: string }[];
  visa?: { visa: string; givenBy: string; confirmedBy?: string };
  mayHold: boolean;
  mayGiveVisa: boolean;
  mayDecideVisa: boolean;
}
interface Row {
  ref: string;
  state: string;
  keptUntil: string;
}

const office = runningOffice();
const reason = 'Un recours est pendant devant le tribunal.';
const ref = 'FTAP-2024-000777';
let until: CivilDate;
let manager: Browser;
let second: Browser;
let owner: Browser;

beforeAll(async () => {
  const refused = (await journals([1, 2, 3, 4, 5, 6])).find(({ entries }) => {
    const [opened, closed] = [entries[0], entries.at(-1)];
    return opened?.type === 'opened' && opened.procedure === 'ftap' && closed?.type === 'closed' && closed.outcome.kind !== 'completed';
  });
  await committed(office, underNewRef(refused!, ref));
  const { id: ownerId } = await office.prisma.person.findFirstOrThrow({ where: { name: 'Camille Exemple' } });
  await office.prisma.caseFile.update({ where: { ref }, data: { ownerId } });
  manager = await office.as('Ariel Pilote');
  second = await office.as('Sam Relais');
  owner = await office.as('Camille Exemple');
  until = (await clock(manager)).keptUntil;
});

const clock = async (who: Browser) => (await who.get<Clock>(`/cases/${ref}/retention`)).body;
const post = (who: Browser, what: string, body: object) => who.post<Clock>(`/cases/${ref}/retention/${what}`, body);
const type = ({ body }: { body: Problem }) => body.type.split(':').at(-1);

/** It is that day in this case. */
const itIs = (day: CivilDate) =>
  office.prisma.clockLead.upsert({
    where: { caseRef: ref },
    create: { caseRef: ref, leadMs: instantAt(day, '12:00') - Date.now() },
    update: { leadMs: instantAt(day, '12:00') - Date.now() },
  });

const morning = (day: CivilDate) =>
  keepRetentionActivity(
    {
      prisma: office.prisma,
      files: openFileStore({ folder: mkdtempSync(`${tmpdir()}/jalon-`) }),
      postman: postman(office.prisma, outbox, 'exemple.gouv.invalid'),
      service: office.environment.JALON_SERVICE,
      baseUrl: office.environment.JALON_BASE_URL,
      procedureOf,
    },
    { key: office.environment.JALON_PROOF_KEY, forgetHistory: () => Promise.resolve(true) },
  ).keepRetention(day);

describe('a closed case', () => {
  it('says until when it is kept, to its owner too, who can do nothing about it', async () => {
    await itIs(addDays(until, -400));
    expect(await clock(owner)).toMatchObject({ state: 'kept', keptUntil: until, mayHold: false, mayGiveVisa: false });
    expect(await clock(manager)).toMatchObject({ state: 'kept', mayHold: true, mayGiveVisa: false });
    expect((await post(owner, 'hold', { reason })).status).toBe(403);
    expect(type(await post(manager, 'visa', { visa: 'AN-2028-17' }))).toBe('visaTooEarly');
  });

  it('stands in the list of who keeps it, and of nobody of another program', async () => {
    await morning(addDays(until, -400));
    const { body } = await manager.get<{ items: Row[]; total: number }>('/retention');
    expect(body).toMatchObject({ total: 1, items: [{ ref, keptUntil: until }] });
    expect((await (await office.as('Maxence Parcours')).get<{ total: number }>('/retention')).body.total).toBe(0);
    expect((await owner.get('/retention')).status).toBe(403);
    expect((await manager.get<{ total: number }>('/retention?state=held')).body.total).toBe(0);
  });
});

describe('a dispute', () => {
  it('stops the clock, once, and moves the date by its length; why is for who keeps the case', async () => {
    await itIs(addDays(until, -60));
    const key = randomUUID();
    for (let twice = 0; twice < 2; twice++)
      expect((await manager.post<Clock>(`/cases/${ref}/retention/hold`, { reason }, key)).body).toMatchObject({ state: 'held' });
    expect(type(await post(manager, 'hold', { reason }))).toBe('retentionHeld');
    expect((await clock(owner)).holds).toEqual([{ since: addDays(until, -60) }]);
    expect((await clock(manager)).holds[0]?.reason).toBe(reason);
    expect(type(await post(manager, 'visa', { visa: 'AN-2028-17' }))).toBe('retentionHeld');
    await itIs(addDays(until, -20));
    expect((await post(manager, 'release', { reason: 'Le recours est rejeté.' })).body).toMatchObject({
      state: 'ending',
      keptUntil: addDays(until, 40),
    });
    expect(type(await post(manager, 'release', { reason }))).toBe('retentionNotHeld');
    until = addDays(until, 40);
  });
});

describe('the visa', () => {
  it('comes after the export, and a second person confirms it, by strong means', async () => {
    await itIs(addDays(until, -40));
    expect(type(await post(manager, 'visa', { visa: 'AN-2028-17' }))).toBe('notExported');
    expect((await manager.download(`/cases/${ref}/proof`)).status).toBe(200);
    expect(type(await post(await office.as('Ariel Pilote', 'eidas1'), 'visa', { visa: 'AN-2028-17' }))).toBe('strongSignInNeeded');
    expect((await post(manager, 'visa', { visa: 'AN-2028-17' })).body.visa).toMatchObject({ visa: 'AN-2028-17', givenBy: 'Ariel Pilote' });
    expect(type(await post(manager, 'visa', { visa: 'AN-2028-18' }))).toBe('visaGiven');
    expect(type(await post(manager, 'visa/decision', { verdict: 'confirmed' }))).toBe('separationOfDuties');
    expect((await clock(second)).mayDecideVisa).toBe(true);
    expect((await post(second, 'visa/decision', { verdict: 'confirmed' })).body.visa).toMatchObject({ confirmedBy: 'Sam Relais' });
    expect(type(await post(second, 'visa/decision', { verdict: 'confirmed' }))).toBe('noVisaWaiting');
  });

  it('lapses when a dispute begins after it', async () => {
    await post(manager, 'hold', { reason });
    expect((await clock(manager)).visa).toBeUndefined();
    await post(manager, 'release', { reason });
    await post(second, 'visa', { visa: 'AN-2028-19' });
    await post(manager, 'visa/decision', { verdict: 'confirmed' });
    expect((await clock(manager)).visa).toMatchObject({ visa: 'AN-2028-19', confirmedBy: 'Ariel Pilote' });
  });
});

describe('a destroyed case', () => {
  beforeAll(async () => {
    await office.prisma.effect.deleteMany({ where: { caseRef: ref } });
    await morning(addDays(until, -30));
    await morning(addDays(until, 1));
  });

  it.each(['', '/timeline', '/documents', '/messages', '/retention', '/proof', '/journal'])(
    'is told plainly: /cases/:ref%s',
    async (what) => {
      for (const who of [manager, owner]) {
        const { status, body } = await who.get<Problem & { detail: string }>(`/cases/${ref}${what}`);
        if (status === 403) continue;
        expect([status, type({ body })]).toEqual([410, 'caseDestroyed']);
        expect(JSON.stringify(body)).toContain('Dossier détruit le');
      }
    },
  );

  it('leaves the lists of cases, and stands among those that were destroyed, with its certificate', async () => {
    expect((await manager.get<{ total: number }>('/cases')).body.total).toBe(0);
    expect((await manager.get<{ items: Row[] }>('/retention?state=destroyed')).body.items).toMatchObject([{ ref, state: 'destroyed' }]);
    const { body } = await manager.get<{ content: string }>(`/retention/${ref}/certificate`);
    expect(JSON.parse(body.content)).toMatchObject({ ref, visa: { reference: 'AN-2028-19' } });
    const pdf = await manager.download(`/retention/${ref}/certificate.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await (await office.as('Maxence Parcours')).get(`/retention/${ref}/certificate`)).status).toBe(404);
  });

  it('breaks no list and no figure', async () => {
    for (const path of ['/board', '/board/cases', '/figures', '/accesses', '/break-glass', '/tasks', '/incidents'])
      expect(`${path} ${(await manager.get(path)).status}`).toBe(`${path} 200`);
  });
});
