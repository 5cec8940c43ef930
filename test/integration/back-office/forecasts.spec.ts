import { randomUUID } from 'node:crypto';
import { closedCallId, openCallId } from '#prisma/seed-calls.js';
import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Entry } from '#workflows/kit/journal.js';
import { rehearse } from '#workflows/kit/rehearsal.js';
import { procedureOf } from '#workflows/catalogue.js';
import { ftapInput } from '../../builders/ftap.js';
import { aYear } from '../../builders/directors-year.js';
import { withUuids } from '../../builders/journals.js';
import { intervene } from '../../builders/read-rehearsal.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

interface Load {
  weeks: string[];
  cases: number;
  stale: number;
  lines: { role: string; person?: { name: string }; group?: string; counts: number[]; total: number }[];
  unforeseen: { ref: string; why: string }[];
}
interface CaseForecast {
  endsOn?: string;
  outcomeLabel?: string;
  waitsFor: string[];
  unforeseen?: string;
  acts: { label: string; on: string; roleLabel: string; person?: { name: string }; late: boolean }[];
}

const office = runningOffice();
const today = civilDateAt(Date.now());
const filedOn = addDays(today, -30);

/** A grant filed a month ago and left alone, or as far as `acts` took it. */
async function grant(ref: string, callId = openCallId, change: (entries: readonly Entry[]) => readonly Entry[] = (entries) => entries) {
  const reviewer = (await office.prisma.person.findFirstOrThrow({ where: { name: 'Sacha Modèle' } })).id;
  const owner = (await office.prisma.person.findFirstOrThrow({ where: { name: 'Camille Exemple' } })).id;
  const committeeDates = [200, 400].map((after) => addDays(today, after));
  const input = { ...ftapInput({ call: { committeeDates } }), callId, owner };
  const to = { role: 'reviewer', person: reviewer } as const;
  const acts = [intervene(addDays(filedOn, 1), { kind: 'reassign', id: 'check-completeness-1', to, reason: 'Répartition' })];
  const start = Date.now() - 30 * 86_400_000;
  const scenario = { name: ref, ref, input, start, by: owner, play: () => 'never' as const, acts };
  const { journal } = await rehearse(procedureOf('ftap', 'r1'), scenario, { until: Date.now() });
  await committed(office, { ref, entries: change(withUuids(journal)) });
}

beforeAll(async () => {
  await grant('FTAP-2026-000001');
  await grant('FTAP-2026-000002', closedCallId);
  await grant('FTAP-2026-000003', openCallId, (entries) =>
    entries.map((entry) => (entry.type === 'entered' && entry.stage === 'completeness' ? { ...entry, stage: 'elsewhere' } : entry)),
  );
});

test('nothing is foretold until it is asked for; then what people will have to do, week by week', async () => {
  const manager = await office.as('Ariel Pilote');
  const before = (await manager.get<Load>('/forecasts/load')).body;
  expect([before.cases, before.stale, before.lines]).toEqual([3, 3, []]);
  expect((await manager.post('/forecasts')).body).toEqual({ computed: 3, unforeseen: 1 });
  expect((await manager.post('/forecasts')).body).toEqual({ computed: 0, unforeseen: 0 });

  const { body } = await manager.get<Load>('/forecasts/load?weeks=4');
  expect(body).toMatchObject({ cases: 3, stale: 0 });
  expect(body.weeks).toHaveLength(4);
  expect(body.unforeseen).toEqual([expect.objectContaining({ ref: 'FTAP-2026-000003' })]);
  // Late by a fortnight: this week, for whom it was given to.
  expect(body.lines.find(({ person }) => person?.name === 'Sacha Modèle')).toMatchObject({
    role: 'reviewer',
    counts: [2, 0, 0, 0],
    total: 2,
  });
  expect(body.lines.some(({ role, group, person }) => role === 'reviewer' && group === 'campus' && person === undefined)).toBe(true);
});

test('a viewer’s load is that of the cases in their perimeter', async () => {
  const name = 'Autre Périmètre';
  await office.prisma.person.create({
    data: {
      id: randomUUID(),
      name,
      email: 'autre.perimetre@exemple.gouv.invalid',
      synthetic: true,
      grants: { create: [{ id: randomUUID(), role: 'programManager', callId: closedCallId }] },
    },
  });
  const browser = await office.as(name);
  const { body } = await browser.get<Load>('/forecasts/load');
  expect(body).toMatchObject({ cases: 1, unforeseen: [] });
  expect(body.lines.find(({ person }) => person)).toMatchObject({ person: { name: 'Sacha Modèle' }, total: 1 });
  expect((await browser.get(`/cases/FTAP-2026-000001/forecast`)).status).toBe(404);
});

test('other procedures than the one asked for are left out', async () => {
  const manager = await office.as('Ariel Pilote');
  expect((await manager.get<Load>('/forecasts/load?procedure=cohort')).body).toMatchObject({ cases: 0, lines: [] });
  expect((await manager.get('/forecasts/load?weeks=0')).status).toBe(422);
});

test('one case says how it would go on, for the service alone', async () => {
  const manager = await office.as('Ariel Pilote');
  const { body } = await manager.get<CaseForecast>('/cases/FTAP-2026-000001/forecast');
  expect(body).toMatchObject({ outcomeLabel: procedureOf('ftap', 'r1').outcomes.completed, waitsFor: [] });
  expect(body.endsOn && body.endsOn > addDays(today, 365)).toBe(true);
  expect(body.acts[0]).toEqual({
    item: 'check-completeness-1',
    label: 'Vérifier la complétude et la recevabilité',
    on: today,
    role: 'reviewer',
    roleLabel: 'Instructeur',
    person: { id: expect.any(String) as string, name: 'Sacha Modèle' },
    lastDay: expect.any(String) as string,
    late: true,
  });
  expect((await (await office.as('Sacha Modèle')).get('/cases/FTAP-2026-000001/forecast')).status).toBe(200);
  expect((await (await office.as('Camille Exemple')).get('/cases/FTAP-2026-000001/forecast')).status).toBe(403);
  const unforeseen = (await manager.get<CaseForecast>('/cases/FTAP-2026-000003/forecast')).body;
  expect(unforeseen).toMatchObject({ acts: [], unforeseen: expect.stringContaining('L’écriture') as string });
});

test('a closed case has ended, and a paused one waits', async () => {
  const manager = await office.as('Ariel Pilote');
  const by = randomUUID();
  const end = async (ref: string) =>
    (await office.prisma.journal.findFirstOrThrow({ where: { caseRef: ref }, orderBy: { seq: 'desc' } })).seq;
  const at = Date.now() - 1_000;
  const append = async (ref: string, body: object) =>
    committed(office, { ref, entries: [{ seq: (await end(ref)) + 1, at, ...body } as Entry] });
  await append('FTAP-2026-000002', { type: 'paused', by, on: today, cause: 'service', reason: 'Réorganisation' });
  expect((await manager.get<CaseForecast>('/cases/FTAP-2026-000002/forecast')).body).toMatchObject({
    waitsFor: ['Dossier suspendu\u00a0: service'],
    acts: [],
  });
  await append('FTAP-2026-000003', { type: 'closed', outcome: { kind: 'withdrawn' } });
  expect((await manager.get<CaseForecast>('/cases/FTAP-2026-000003/forecast')).body).toMatchObject({ endsOn: today, acts: [] });
});

test('who was where in a director’s year counts in the program manager’s load only', async () => {
  const input = aYear({ startsOn: filedOn });
  const play = () => 'never' as const;
  const scenario = { name: 'year', ref: 'ANNEE-2026-000001', input, start: Date.now() - 86_400_000, by: 'manager-1', play };
  const { journal } = await rehearse(procedureOf('directors-year', 'r1'), scenario, { until: Date.now() });
  await committed(office, { ref: scenario.ref, entries: withUuids(journal) });
  const manager = await office.as('Maxence Parcours');
  await manager.post('/forecasts');
  expect((await manager.get<Load>('/forecasts/load?procedure=directors-year')).body.cases).toBe(1);
  const direction = await office.as('Tess Cap');
  expect((await direction.get<Load>('/forecasts/load?procedure=directors-year')).body).toMatchObject({ cases: 0, lines: [] });
});
