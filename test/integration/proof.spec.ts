import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { FileStore } from '../../activities/documents/file-store.js';
import type { Check } from '../../activities/proof/check.js';
import type { Manifest, PackEntry } from '../../activities/proof/pack.js';
import { readPublicKey } from '../../activities/proof/proof-key.js';
import { verifyPack } from '../../activities/proof/verify-pack.js';
import { openCallId } from '../../prisma/seed-calls.js';
import { instantAt } from '../../workflows/calendar/paris-time.js';
import type { EntryBody } from '../../workflows/kit/journal.js';
import { altered, textOf } from '../builders/proof-packs.js';
import { committed } from './back-office/committed.js';
import { runningOffice } from './back-office/running.js';

const ref = 'FTAP-2026-000777';
const letter = '%PDF-1.7 Accusé de réception';

const office = runningOffice();
beforeAll(async () => {
  await writeCase();
}, 60_000);

/** A case of which one grid is in and another is still awaited, so that the first is sealed. */
async function writeCase() {
  const idOf = async (name: string) => (await office.prisma.person.findFirstOrThrow({ where: { name } })).id;
  const [owner, reviewer] = await Promise.all([idOf('Camille Exemple'), idOf('Sacha Modèle')]);
  const grid = (id: string): EntryBody => ({
    type: 'asked',
    id,
    task: 'score-application',
    to: { role: 'reviewer' },
    context: { criteria: [] },
    onLapse: 'escalate',
    seal: 'grids',
    panel: 'grids',
  });
  const [january, february, march] = [instantAt('2026-01-05', '10:00'), instantAt('2026-02-10', '09:00'), instantAt('2026-03-12', '23:59')];
  const bodies: readonly (readonly [at: number, body: EntryBody])[] = [
    [
      january,
      {
        type: 'opened',
        ref,
        procedure: 'ftap',
        revision: 'r1',
        by: owner,
        zone: 'metropole',
        summary: { title: 'Former les agents', owner, bodyName: 'ANCT', callId: openCallId, amountCents: 120_000_00 },
        input: { application: { project: { title: 'Former les agents' } } },
      },
    ],
    [january, { type: 'entered', stage: 'filed' }],
    [january, { type: 'produced', id: 'receipt-1', document: 'receipt' }],
    [january, { type: 'told', to: { role: 'applicant' }, template: 'filed' }],
    [january, { type: 'entered', stage: 'completeness' }],
    [
      january,
      {
        type: 'asked',
        id: 'check-completeness-1',
        task: 'check-completeness',
        to: { role: 'reviewer' },
        context: { requiredPieces: [] },
        onLapse: 'escalate',
      },
    ],
    [february, { type: 'answered', id: 'check-completeness-1', by: reviewer, answer: { verdict: 'complete' }, receivedAt: february }],
    [february, { type: 'entered', stage: 'instruction' }],
    [february, grid('score-application-1')],
    [february, grid('score-application-2')],
    [march, { type: 'answered', id: 'score-application-1', by: reviewer, answer: { summary: 'Secret du délibéré' }, receivedAt: march }],
    [march + 60_000, { type: 'asked', id: 'supply-pieces-1', task: 'supply-pieces', to: { role: 'applicant' }, onLapse: 'lapse' }],
  ];
  await committed(office, { ref, entries: bodies.map(([at, body], index) => ({ seq: index + 1, at, ...body })) });
  const store = office.app.get(FileStore);
  const file = async (filename: string, rest: object) => {
    const stored = await store.put(Readable.from([Buffer.from(letter)]));
    const known = { id: randomUUID(), caseRef: ref, filename, mediaType: 'application/pdf', createdAt: new Date(february) };
    await office.prisma.document.create({ data: { ...known, ...stored, kind: 'attachment', ...rest } });
  };
  await file('accuse.pdf', { kind: 'receipt', producedSeq: 3 });
  await file('note-de-travail.pdf', { uploadedBy: reviewer });
}

/** The pack that a person gets. */
async function packOf(name: string): Promise<Buffer> {
  const { status, headers, bytes } = await (await office.as(name)).download(`/cases/${ref}/proof`);
  expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
  return bytes;
}

const faults = (checks: readonly Check[]) => checks.filter(({ result }) => result === 'fault').map(({ what }) => what);

describe('the pack of a case', () => {
  const serviceKey = async () => readPublicKey((await office.anonymous().get<{ publicKey: string }>('/proof/key')).body.publicKey);

  it.each(['Ariel Pilote', 'Mahé Contrôle', 'Gaël Témoin'])(
    'is whole for %s, and right by the key that the service publishes',
    async (name) => {
      const pack = await packOf(name);
      const checks = verifyPack(pack, await serviceKey());
      expect(checks.map(({ result }) => result)).toEqual(['good', 'good', 'good', 'good']);
      const files = unzipSync(pack);
      const manifest = JSON.parse(textOf(files, 'manifest.json')) as Manifest;
      expect(manifest).toMatchObject({ case: ref, extract: false, hiddenEntries: 0, head: { seq: 12 } });
      expect(manifest.documents.map(({ path = '' }) => textOf(files, path))).toEqual([letter, letter]);
    },
  );

  it.each<[string, readonly number[], readonly string[]]>([
    ['Charlie Démo', [11], ['accuse.pdf', 'note-de-travail.pdf']],
    ['Camille Exemple', [6, 7, 9, 10, 11], ['accuse.pdf']],
  ])('for %s is an extract that verifies, without what they may not read', async (name, hidden, documents) => {
    const pack = await packOf(name);
    expect(faults(verifyPack(pack, await serviceKey()))).toEqual([]);
    const files = unzipSync(pack);
    const entries = textOf(files, 'journal.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as PackEntry);
    expect(entries.filter((entry) => 'hidden' in entry).map(({ seq }) => seq)).toEqual(hidden);
    expect(JSON.parse(textOf(files, 'manifest.json'))).toMatchObject({ extract: true, hiddenEntries: hidden.length });
    expect((JSON.parse(textOf(files, 'manifest.json')) as Manifest).documents.map(({ filename }) => filename).sort()).toEqual(documents);
    expect(
      Object.keys(files)
        .map((path) => textOf(files, path))
        .join(),
    ).not.toContain('Secret du délibéré');
  });

  it('altered by one byte of a document is found out', async () => {
    const pack = altered(await packOf('Mahé Contrôle'), (files) => {
      const path = Object.keys(files).find((one) => one.endsWith('accuse.pdf')) ?? '';
      files[path]![0]! ^= 1;
    });
    expect(faults(verifyPack(pack, await serviceKey()))).toEqual([
      expect.stringMatching(/^documents\/.*accuse\.pdf : le fichier a été modifié/),
    ]);
  });

  it.each<[string, number]>([
    ['Dominique Test-Martin', 404],
    ['Maé Spécimen', 403],
    ['Nour Système', 403],
  ])('is not for %s', async (name, status) => {
    expect((await (await office.as(name)).get(`/cases/${ref}/proof`)).status).toBe(status);
  });
});

interface Detail {
  readonly stage: string;
  readonly asOf?: string;
  readonly waits: readonly { readonly id: string; readonly mayAct: boolean; readonly unblock: string; readonly taskId?: string }[];
  readonly myTasks: readonly object[];
  readonly interventions: readonly object[];
  readonly mayExport: boolean;
  readonly mayReadJournal: boolean;
}

describe('a case as it was', () => {
  const on = async (day: string, name = 'Sacha Modèle') => (await office.as(name)).get<Detail>(`/cases/${ref}?on=${day}`);

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['2026-01-05', 'completeness', ['check-completeness-1'], ['accuse.pdf']],
    ['2026-02-09', 'completeness', ['check-completeness-1'], ['accuse.pdf']],
    ['2026-02-10', 'instruction', ['score-application-1', 'score-application-2'], ['accuse.pdf', 'note-de-travail.pdf']],
    // The grid came in at 23:59 in Paris, the request for pieces after midnight.
    ['2026-03-12', 'instruction', ['score-application-2'], ['accuse.pdf', 'note-de-travail.pdf']],
    ['2026-03-13', 'instruction', ['score-application-2', 'supply-pieces-1'], ['accuse.pdf', 'note-de-travail.pdf']],
  ])('on %s', async (day, stage, waits, documents) => {
    const { body } = await on(day);
    expect(body).toMatchObject({ stage, asOf: day, myTasks: [], interventions: [] });
    expect(body.waits.map(({ id }) => id)).toEqual(waits);
    expect(body.waits.every(({ mayAct, taskId, unblock }) => !mayAct && taskId === undefined && unblock !== '')).toBe(true);
    const sacha = await office.as('Sacha Modèle');
    const { body: found } = await sacha.get<{ filename: string }[]>(`/cases/${ref}/documents?on=${day}`);
    expect(found.map(({ filename }) => filename).sort()).toEqual(documents);
    const { body: timeline } = await sacha.get<{ at: string }[]>(`/cases/${ref}/timeline?on=${day}`);
    expect(timeline.length).toBeGreaterThan(3);
    expect(timeline.every(({ at }) => Date.parse(at) < instantAt(day, '23:59') + 60_000)).toBe(true);
  });

  it('today is the case as it is, with what may be done', async () => {
    const { body } = await (await office.as('Charlie Démo')).get<Detail>(`/cases/${ref}`);
    expect(body).toMatchObject({ stage: 'instruction', mayExport: true, mayReadJournal: false });
    expect([body.asOf, body.waits.some(({ mayAct }) => mayAct), body.myTasks.length > 0]).toEqual([undefined, true, true]);
  });

  it.each<[string, number, string, string]>([
    ['2026-01-04', 404, 'caseNotYetOpened', 'Il a été déposé le 5 janvier 2026\u00a0: choisissez ce jour ou un jour suivant.'],
    ['9998-01-01', 422, 'dayNotReached', 'Choisissez aujourd’hui ou un jour passé\u00a0: un dossier ne se lit pas d’avance.'],
  ])('on %s is refused with what to do', async (day, status, code, detail) => {
    expect(await on(day)).toMatchObject({ status, body: { type: `urn:jalon:problem:${code}`, detail } });
  });

  it.each(['hier', '2026-02-30', '20260210', '2026-01-05T10:00:00Z'])('on %s is no day', async (day) => {
    expect(await on(day)).toMatchObject({ status: 422, body: { fields: { on: expect.any(String) as string } } });
  });

  it('stays closed to who may not read it, and sealed where it is sealed today', async () => {
    expect((await on('2026-01-05', 'Dominique Test-Martin')).status).toBe(404);
    const { body } = await (
      await office.as('Charlie Démo')
    ).get<{ seq: number; sealed?: boolean }[]>(`/cases/${ref}/timeline?on=2026-03-12`);
    expect(body.at(-1)).toMatchObject({ seq: 11, sealed: true });
  });
});

describe('the raw journal', () => {
  it('says in French what each entry is and who wrote it', async () => {
    const { body } = await (await office.as('Mahé Contrôle')).get<object[]>(`/cases/${ref}/journal`);
    expect(body).toHaveLength(12);
    expect(body[6]).toMatchObject({ seq: 7, label: 'Réponse', by: { name: 'Sacha Modèle' }, entry: { answer: { verdict: 'complete' } } });
  });
});
