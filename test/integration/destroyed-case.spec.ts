import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStore } from '#activities/documents/file-store.js';
import { openFileStore } from '#activities/documents/open-file-store.js';
import { contentOfCase, keptOfCase } from '#activities/journal/content-of-case.js';
import { destroyCase } from '#activities/journal/destroy.js';
import { removeLeftovers } from '#activities/journal/remove-leftovers.js';
import { unwrapCaseKey } from '#activities/codec/case-key.js';
import { unseal } from '#activities/journal/seal.js';
import { createPrisma } from '#prisma/client.js';
import type { PrismaClient } from '#prisma/generated/client.js';
import type { Entry } from '#workflows/kit/journal.js';
import { testKeys } from '../builders/codec-keys.js';
import { type BuiltJournal, journals, underNewRef } from '../builders/journals.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';

const marker = 'Hippocampe-bleu-1789';
const somebody = '00000000-0000-4000-8000-000000000001';
const order = { at: Date.parse('2029-03-01T09:00:00Z'), by: somebody, visa: 'Visa 2029-017 des archives' };

let database: JournalDatabase;
let prisma: PrismaClient;
let folder: string;
let files: FileStore;
let story: BuiltJournal;

beforeAll(async () => {
  database = await journalDatabase();
  prisma = createPrisma(database.appUrl);
  folder = mkdtempSync(join(tmpdir(), 'jalon-destroyed-'));
  files = openFileStore({ folder });
  const closed = (await journals([1, 2, 3])).filter(({ entries }) => entries.at(-1)?.type === 'closed');
  const measured = closed.find(({ entries }) => entries.some(({ type }) => type === 'measured'));
  if (!measured) throw new RangeError('No story was closed with measures.');
  story = measured;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await prisma.$disconnect();
  await database.drop();
});

/** A closed case, in whose every corner the marker stands. */
async function markedCase(): Promise<string> {
  const { ref, entries } = underNewRef(story);
  const marked = entries.map((entry): Entry => {
    if (entry.type === 'answered') return { ...entry, answer: { ...(entry.answer as object), remark: marker } };
    if (entry.type === 'opened')
      return { ...entry, input: { ...(entry.input as object), story: marker }, summary: { ...entry.summary, title: marker } };
    return entry.type === 'closed' ? { ...entry, outcome: { ...entry.outcome, reason: marker } } : entry;
  });
  await database.commit({ ref, entries: marked });
  const { id: taskId } = await prisma.task.findFirstOrThrow({ where: { caseRef: ref } });
  const draftId = randomUUID();
  await prisma.person.upsert({ where: { id: somebody }, create: { id: somebody, email: 'a@exemple.gouv.invalid', name: 'A' }, update: {} });
  await prisma.draft.create({ data: { id: draftId, procedure: 'ftap', ownerId: somebody, content: { title: marker }, caseRef: ref } });
  await prisma.participation.create({ data: { draftId, personId: somebody, right: 'reader', givenBy: somebody, caseRef: ref } });
  await prisma.message.create({ data: { id: randomUUID(), caseRef: ref, authorId: somebody, side: 'service', text: marker } });
  await prisma.note.create({ data: { id: randomUUID(), caseRef: ref, authorId: somebody, text: marker } });
  await prisma.answerDraft.create({ data: { taskId, personId: somebody, content: { text: marker } } });
  await prisma.claim.create({ data: { taskId, personId: somebody } });
  await prisma.effect.create({ data: { caseRef: ref, seq: 1, status: 'done', lastError: marker } });
  const mail = { recipient: 'a@exemple.gouv.invalid', subject: marker, text: marker, html: marker };
  await prisma.mail.create({ data: { id: randomUUID(), caseRef: ref, seq: 1, ...mail } });
  await prisma.mail.create({ data: { id: randomUUID(), topic: `draft/${draftId}/closing-2026-03-12/10`, ...mail } });
  for (const place of [{ caseRef: ref }, { draftId }]) {
    const stored = await files.put(Readable.from([Buffer.from(`%PDF-1.7 ${marker}`)]));
    const about = { id: randomUUID(), kind: 'attachment', filename: `${marker}.pdf`, mediaType: 'application/pdf' };
    await prisma.document.create({ data: { ...about, ...place, ...stored } });
  }
  return ref;
}

/** Every table in which a text stands, in clear or as bytes; and every file. */
async function placesOf(text: string): Promise<string[]> {
  const { rows: tables } = await database.admin.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  const found = [];
  for (const { name } of tables) {
    const { rows } = await database.admin.query<{ there: boolean }>(
      `SELECT EXISTS (SELECT FROM "${name}" AS t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0) AS there`,
      [text, Buffer.from(text).toString('hex')],
    );
    if (rows[0]?.there) found.push(name);
  }
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return [...found.sort(), ...paths.filter((path) => statSync(path).isFile() && readFileSync(path).includes(text)).map(() => 'file')];
}

const leftovers = (forgetHistory: (id: string) => Promise<boolean>) => removeLeftovers({ prisma, files, forgetHistory });
const recordOf = (ref: string) => prisma.record.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });

test('what a destroyed case said is nowhere, in no table and in no file; its chain still verifies', async () => {
  const ref = await markedCase();
  expect(await database.faults()).toEqual([]);
  expect((await placesOf(marker)).filter((place) => place !== 'file')).toEqual([
    'answer_draft',
    'case_file',
    'document',
    'draft',
    'effect',
    'journal',
    'mail',
    'message',
    'note',
    'task',
  ]);
  const [before, { wrapped, wrappedBy }] = await Promise.all([
    recordOf(ref),
    prisma.caseKey.findUniqueOrThrow({ where: { caseRef: ref } }),
  ]);
  const key = unwrapCaseKey(testKeys, ref, { wrapped: Buffer.from(wrapped ?? []), wrappedBy });
  const opened = before.map(({ seq, sealed }) => unseal(key, ref, { seq, sealed: Buffer.from(sealed) }).text);
  expect(opened.join('\n')).toContain(marker);

  const destroyed = await destroyCase(prisma, { ref, ...order });
  expect(destroyed).toEqual({ entries: story.entries.length, lastHash: before.at(-1)?.hash });
  const histories: string[] = [];
  expect(await leftovers((id) => Promise.resolve(histories.push(id) > 0))).toBe(0);
  expect(histories).toEqual([ref]);

  expect(await placesOf(marker)).toEqual([]);
  expect(await recordOf(ref)).toEqual(before);
  expect(await prisma.caseKey.findUniqueOrThrow({ where: { caseRef: ref } })).toMatchObject({
    wrapped: null,
    destroyedAt: new Date(order.at),
    destroyedBy: somebody,
    visa: order.visa,
  });
  // With every key of the service and all that the database holds, no entry opens.
  for (const { sealed, seq } of before)
    for (const outer of testKeys.keys.values()) expect(() => unseal(outer, ref, { seq, sealed: Buffer.from(sealed) })).toThrow();
  expect(await database.faults()).toEqual([]);
  expect(await database.rebuilt()).toEqual([]);
  expect(await database.faults()).toEqual([]);
});

test('a tombstone and figures are left, without a person', async () => {
  const ref = await markedCase();
  const before = await prisma.caseFile.findUniqueOrThrow({ where: { ref } });
  const measures = await prisma.measure.count({ where: { caseRef: ref } });
  await destroyCase(prisma, { ref, ...order });
  const { procedure, revision, openedAt, closedAt, outcome } = before;
  expect(await prisma.caseFile.findUniqueOrThrow({ where: { ref } })).toMatchObject({
    procedure,
    revision,
    openedAt,
    closedAt,
    outcome,
    title: 'Dossier détruit',
    status: 'closed',
    destroyedAt: new Date(order.at),
    bodyName: null,
    siret: null,
    amountCents: null,
    parentRef: null,
  });
  expect(await placesOf(before.ownerId)).not.toContain('case_file');
  expect(measures).toBeGreaterThan(0);
  expect(await prisma.measure.count({ where: { caseRef: ref, evidence: { isEmpty: true } } })).toBe(measures);
  expect(await database.faults()).toEqual([]);
});

test('destroyed again, it is as it was; nothing can be written to it', async () => {
  const ref = await markedCase();
  const once = await destroyCase(prisma, { ref, ...order });
  expect(await destroyCase(prisma, { ref, ...order, at: order.at + 1, visa: 'autre' })).toEqual(once);
  expect(await prisma.caseKey.findUniqueOrThrow({ where: { caseRef: ref } })).toMatchObject({ visa: order.visa });
  const failure = { type: 'CaseDestroyed', nonRetryable: true };
  await expect(database.commit({ ref, entries: underNewRef(story, ref).entries })).rejects.toMatchObject(failure);
  await expect(database.owner.query('UPDATE case_key SET visa = $1', ['autre'])).rejects.toThrow('détruite, ne change plus');
});

test('a case that runs, whose mails have still to leave or that is not there is not destroyed', async () => {
  const open = underNewRef(story);
  await database.commit({ ...open, entries: open.entries.slice(0, 4) });
  await expect(destroyCase(prisma, { ref: open.ref, ...order })).rejects.toMatchObject({ code: 'caseNotClosed' });
  await expect(destroyCase(prisma, { ref: 'nulle-part', ...order })).rejects.toMatchObject({ code: 'unknownCase' });
  const late = await markedCase();
  await prisma.effect.updateMany({ where: { caseRef: late }, data: { status: 'failing' } });
  await expect(destroyCase(prisma, { ref: late, ...order })).rejects.toMatchObject({ code: 'effectsUnderWay' });
  const unsealed = await markedCase();
  await database.forge('DELETE FROM record WHERE case_ref = $1', unsealed);
  await expect(destroyCase(prisma, { ref: unsealed, ...order })).rejects.toMatchObject({ code: 'notYetSealed' });
  expect(await prisma.journal.count({ where: { caseRef: { in: [open.ref, late, unsealed] } } })).toBe(4 + 2 * story.entries.length);
  await database.erase(unsealed);
});

test('what cannot be removed outside the database is tried again', async () => {
  const ref = await markedCase();
  await destroyCase(prisma, { ref, ...order });
  const down = {
    prisma,
    files: { remove: () => Promise.reject(new Error('down')) },
    forgetHistory: () => Promise.reject(new Error('down')),
  };
  expect(await removeLeftovers(down)).toBeGreaterThanOrEqual(3);
  expect(await leftovers(() => Promise.resolve(false))).toBeGreaterThanOrEqual(1);
  expect(await leftovers(() => Promise.resolve(true))).toBe(0);
});

describe('what is missing of a destroyed case is found', () => {
  test.each<[string, string]>([
    ['its last entries', 'DELETE FROM record WHERE case_ref = $1 AND seq > 3'],
    ['an entry', 'DELETE FROM record WHERE case_ref = $1 AND seq = 3'],
    ['all of them', 'DELETE FROM record WHERE case_ref = $1'],
    ['an instant', `UPDATE record SET at = at + interval '1 day' WHERE case_ref = $1 AND seq = 3`],
    ['the end of its tombstone', `UPDATE case_file SET last_hash = repeat('a', 64) WHERE ref = $1`],
  ])('%s', async (_, sql) => {
    const ref = await markedCase();
    await destroyCase(prisma, { ref, ...order });
    await database.forge(sql, ref);
    expect(await database.faults()).toMatchObject([{ ref }]);
    await database.erase(ref);
  });
});

test('every table that names a case either loses its rows or says why they stay', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name IN ('case_ref', 'task_id', 'draft_id')`,
  );
  const decided = [...Object.keys(contentOfCase), ...Object.keys(keptOfCase)];
  expect(rows.map(({ name }) => name).filter((name) => !decided.includes(name))).toEqual([]);
});
