import { createPublicKey, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { recordable } from '#activities/accesses/access.js';
import { verifyAccesses } from '#activities/accesses/verify-accesses.js';
import { openFileStore } from '#activities/documents/open-file-store.js';
import { outbox } from '#activities/notify/transport.js';
import { postman } from '#activities/notify/postman.js';
import { isSigned, readProofKey } from '#activities/proof/proof-key.js';
import type { Certificate } from '#activities/retention/certificate.js';
import { renderCertificate } from '#activities/retention/certificate-letter.js';
import { moveClock } from '#activities/retention/clocks.js';
import { dateOf, dayOf } from '#activities/retention/keep-until.js';
import { keepRetentionActivity } from '#activities/retention/keep-retention.js';
import { readServiceContact } from '#activities/service-contact.js';
import { createPrisma } from '#prisma/client.js';
import type { PrismaClient } from '#prisma/generated/client.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureOf } from '#workflows/catalogue.js';
import { type BuiltJournal, journals, underNewRef } from '../builders/journals.js';
import { newKey } from '../builders/proof-packs.js';
import { destroyCase } from '#activities/journal/destroy.js';
import { inTransaction } from '#activities/journal/transaction.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';

let database: JournalDatabase;
let prisma: PrismaClient;
let folder: string;
let story: BuiltJournal;
const manager = randomUUID();
const second = randomUUID();
const service = readServiceContact(undefined);
const key = readProofKey(newKey());
const forgotten: string[] = [];

beforeAll(async () => {
  database = await journalDatabase();
  prisma = createPrisma(database.appUrl);
  folder = mkdtempSync(join(tmpdir(), 'jalon-retention-'));
  const refused = (await journals([1, 2, 3, 4, 5, 6])).find(({ entries }) => {
    const [opened, closed] = [entries[0], entries.at(-1)];
    return opened?.type === 'opened' && opened.procedure === 'ftap' && closed?.type === 'closed' && closed.outcome.kind !== 'completed';
  });
  if (!refused) throw new RangeError('No application was refused.');
  story = refused;
  for (const [id, name] of [
    [manager, 'Ariel Pilote'],
    [second, 'Sam Relais'],
  ] as const)
    await prisma.person.create({
      data: {
        id,
        name,
        email: `${id}@exemple.gouv.invalid`,
        grants: { create: { id: randomUUID(), role: 'programManager', procedure: 'ftap' } },
      },
    });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await prisma.$disconnect();
  await database.drop();
});

const around = () => ({
  prisma,
  files: openFileStore({ folder }),
  postman: postman(prisma, outbox, 'exemple.gouv.invalid'),
  service,
  baseUrl: 'https://jalon.exemple.gouv.invalid',
  procedureOf,
});
const forgetHistory = (id: string) => Promise.resolve(forgotten.push(id) > 0);
const morning = (day: CivilDate, ending: { readonly key?: typeof key } = { key }) =>
  keepRetentionActivity(around(), { key: ending.key, forgetHistory }).keepRetention(day);
const clockOf = (caseRef: string) => prisma.retention.findUniqueOrThrow({ where: { caseRef } });
const announced = async (ref: string) =>
  (await prisma.mail.findMany({ where: { topic: { startsWith: `retention/${ref}/` } } }))
    .map(({ topic, recipient }) => `${topic!.split('/').at(-1)} ${recipient.split('@')[0]}`)
    .sort();

/** A case that was refused, whose clock has begun, and the last day on which it is kept. */
async function refusedCase(): Promise<{ ref: string; until: CivilDate }> {
  const { ref, entries } = underNewRef(story);
  await database.commit({ ref, entries });
  const closed = await prisma.caseFile.findUniqueOrThrow({ where: { ref } });
  await prisma.effect.deleteMany({ where: { caseRef: ref } });
  await morning(civilDateAt(closed.closedAt!.getTime()));
  return { ref, until: dayOf((await clockOf(ref)).keepUntil) };
}

const visaOf = (caseRef: string, verdict: string | null = 'confirmed') =>
  prisma.eliminationVisa.create({
    data: {
      id: randomUUID(),
      caseRef,
      visa: 'AN-2028-17',
      givenBy: manager,
      verdict,
      ...(verdict && { decidedBy: second, decidedAt: new Date() }),
    },
  });
const hold = (caseRef: string, since: CivilDate, until: CivilDate | null = null) =>
  prisma.retentionHold.create({
    data: {
      id: randomUUID(),
      caseRef,
      reason: 'Recours',
      since: dateOf(since),
      placedBy: manager,
      ...(until && { until: dateOf(until), releasedBy: manager, releasedAt: new Date() }),
    },
  });
const isDestroyed = async (ref: string) => (await prisma.caseFile.findUniqueOrThrow({ where: { ref } })).destroyedAt !== null;

describe('the clock of a refused application', () => {
  it('begins the day it was closed and lasts two years', async () => {
    const { ref, until } = await refusedCase();
    const { startsOn, rule } = await clockOf(ref);
    expect({ rule, years: Number(until.slice(0, 4)) - startsOn.getFullYear(), day: until.slice(5) }).toEqual({
      rule: 'grant-refused',
      years: 2,
      day: dayOf(startsOn).slice(5),
    });
  });

  it('is announced 90 and 30 days before its end, once, to who answers for the program', async () => {
    const { ref, until } = await refusedCase();
    await morning(addDays(until, -91));
    expect(await announced(ref)).toEqual([]);
    for (const before of [90, 89, 31]) await morning(addDays(until, -before));
    expect(await announced(ref)).toEqual([manager, second].map((id) => `90 ${id}`).sort());
    for (const before of [30, 29, 0]) await morning(addDays(until, -before));
    expect(await announced(ref)).toHaveLength(4);
  });

  it('moves by the length of a dispute, and is then announced anew', async () => {
    const { ref, until } = await refusedCase();
    await morning(addDays(until, -90));
    await hold(ref, addDays(until, -60), addDays(until, -20));
    await moveClock(prisma, ref);
    expect(await clockOf(ref)).toMatchObject({ keepUntil: dateOf(addDays(until, 40)), announcedEarlyOn: null });
    await morning(addDays(until, 40 - 90));
    expect(await announced(ref)).toHaveLength(4);
  });
});

describe('the end of a case', () => {
  it.each<[string, (ref: string, until: CivilDate) => Promise<unknown>]>([
    ['without a visa', () => Promise.resolve()],
    ['with a visa that nobody has confirmed', (ref) => visaOf(ref, null)],
    ['with a visa that was refused', (ref) => visaOf(ref, 'refused')],
    ['while there is a dispute', async (ref, until) => [await visaOf(ref), await hold(ref, addDays(until, -10))]],
  ])('does not come %s', async (_why, prepare) => {
    const { ref, until } = await refusedCase();
    await morning(addDays(until, -30));
    await prepare(ref, until);
    await morning(addDays(until, 1));
    expect(await isDestroyed(ref)).toBe(false);
  });

  it('does not come before thirty days after it was announced, nor on the last day, nor where nothing could be signed', async () => {
    const { ref, until } = await refusedCase();
    await visaOf(ref);
    // Nothing ran for a long time: it is announced late, and waits.
    await morning(addDays(until, 5));
    await morning(addDays(until, 34));
    expect(await isDestroyed(ref)).toBe(false);
    await expect(morning(addDays(until, 35), {})).rejects.toThrow();
    expect(await isDestroyed(ref)).toBe(false);
    await morning(addDays(until, 35));
    expect(await isDestroyed(ref)).toBe(true);
  });

  it('leaves a signed certificate that names the visa and the head of the record, and no word of the case', async () => {
    const { ref, until } = await refusedCase();
    const released = await hold(ref, addDays(until, 1), addDays(until, 2));
    await morning(addDays(until, -30));
    await visaOf(ref);
    await morning(until);
    expect(await isDestroyed(ref)).toBe(false);
    await morning(addDays(until, 1));
    await morning(addDays(until, 2));
    const { content, signature, publicKey } = await prisma.elimination.findUniqueOrThrow({ where: { caseRef: ref } });
    expect(isSigned(Buffer.from(content), Buffer.from(signature, 'base64'), createPublicKey(publicKey))).toBe(true);
    const certificate = JSON.parse(content) as Certificate;
    const head = await prisma.record.findFirstOrThrow({ where: { caseRef: ref }, orderBy: { seq: 'desc' } });
    expect(certificate).toMatchObject({
      ref,
      procedure: 'ftap',
      entries: head.seq,
      lastHash: head.hash,
      retention: { rule: 'grant-refused', until },
      visa: { reference: 'AN-2028-17', givenBy: 'Ariel Pilote', confirmedBy: 'Sam Relais' },
    });
    expect(await announced(ref)).toEqual([]);
    expect((await prisma.retentionHold.findUniqueOrThrow({ where: { id: released.id } })).reason).toBeNull();
    expect(forgotten).toContain(ref);
    const pdf = await renderCertificate(certificate, { keyId: key.id, signature }, service);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await expect(prisma.elimination.deleteMany({ where: { caseRef: ref } })).rejects.toThrow();
  });

  it('is certified on a later morning after a process that went down between the two', async () => {
    const { ref, until } = await refusedCase();
    await morning(addDays(until, -30));
    await visaOf(ref);
    await prisma.retention.update({ where: { caseRef: ref }, data: { orderedAt: new Date() } });
    await destroyCase(prisma, { ref, at: Date.now(), by: second, visa: 'AN-2028-17' });
    expect(await prisma.elimination.count({ where: { caseRef: ref } })).toBe(0);
    await morning(addDays(until, 1));
    expect(await prisma.elimination.count({ where: { caseRef: ref } })).toBe(1);
  });
});

describe('the log of reads', () => {
  const ref = 'FTAP-2024-000001';
  const daysAgo = (days: number) => Date.now() - days * 86_400_000;
  const read = (at: number, requestId: string) =>
    prisma.$executeRaw`SELECT record_accesses(${recordable([
      { caseRef: ref, at, personId: manager, roles: ['programManager'], what: 'getCase', under: 'read file', requestId },
    ])}::jsonb)`;
  const faults = () =>
    inTransaction(database.pool, async (client: pg.PoolClient) => {
      const found: string[] = [];
      for await (const { what } of verifyAccesses(client)) found.push(what);
      return found;
    });
  const kept = async () => (await prisma.accessEntry.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } })).map(({ seq }) => seq);

  it('keeps a year, and its chain still verifies from its oldest entry', async () => {
    for (const [index, days] of [500, 400, 300, 10].entries()) await read(daysAgo(days), `r${index}`);
    await morning(civilDateAt(Date.now()));
    expect(await kept()).toEqual([3, 4]);
    expect(await faults()).toEqual([]);
    // Told a day that is far ahead, it removes nothing of the last year.
    await morning(addDays(civilDateAt(Date.now()), 3_000));
    expect(await kept()).toEqual([3, 4]);
    await read(daysAgo(0), 'r4');
    expect(await kept()).toEqual([3, 4, 5]);
    expect(await faults()).toEqual([]);
  });

  it('cannot be shortened otherwise', async () => {
    await expect(prisma.accessEntry.deleteMany({ where: { caseRef: ref } })).rejects.toThrow();
    await expect(prisma.accessAnchor.updateMany({ data: { seq: 5 } })).rejects.toThrow();
  });
});
