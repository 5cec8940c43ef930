import { forecastOf } from '#activities/forecast/forecast-of.js';
import { forecastRow, mondayOf } from '#activities/forecast/forecast-rows.js';
import { refreshForecasts } from '#activities/forecast/refresh.js';
import { writeForecasts } from '#activities/forecast/write-forecasts.js';
import { createPrisma } from '#prisma/client.js';
import type { PrismaClient } from '#prisma/generated/client.js';
import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { procedureOf } from '#workflows/catalogue.js';
import type { Entry } from '#workflows/kit/journal.js';
import { rehearse } from '#workflows/kit/rehearsal.js';
import { typicalPlayerOf } from '#workflows/typical.js';
import { aCohort, aParticipant, applies } from '../builders/cohort.js';
import { samples } from '../builders/inputs.js';
import { withUuids } from '../builders/journals.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';

const start = instantAt('2026-01-05', '10:00');
const monday = instantAt('2026-02-02', '08:00');
const hour = 3_600_000;

/** What has happened by the first Monday of February, and what would come next. */
interface Lived {
  readonly ref: string;
  readonly past: readonly Entry[];
  readonly rest: readonly Entry[];
}

async function lived(procedure: string, ref: string, until = monday): Promise<Lived> {
  const sample = samples().find((one) => one.procedure.id === procedure);
  if (!sample) throw new RangeError(`No sample of ${procedure}`);
  const scenario = { name: ref, ref, input: sample.input, start, play: typicalPlayerOf(procedure), by: 'applicant-1' };
  const journal = withUuids((await rehearse(sample.procedure, scenario)).journal);
  return { ref, past: journal.filter(({ at }) => at < until), rest: journal.filter(({ at }) => at >= until) };
}

let database: JournalDatabase;
let prisma: PrismaClient;
let grant: Lived;

const forecasts = () => prisma.caseForecast.findMany({ orderBy: { caseRef: 'asc' } });
const loadOf = (caseRef: string) => prisma.forecastLoad.findMany({ where: { caseRef }, orderBy: [{ week: 'asc' }, { role: 'asc' }] });
const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10);

beforeAll(async () => {
  database = await journalDatabase();
  prisma = createPrisma(database.appUrl);
  grant = await lived('ftap', 'FTAP-2026-000001');
  for (const one of [
    grant,
    // Nobody has looked at it since it was filed.
    await lived('ftap', 'FTAP-2026-000002', start + hour),
    await lived('reconversion-3m', 'RECONV-2026-000001'),
    await lived('directors-year', 'ANNEE-2026-000001'),
  ])
    await database.commit({ ref: one.ref, entries: one.past });
});
afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

test('every running case is foretold once, as its own rehearsal tells it', async () => {
  expect(await refreshForecasts(prisma, monday)).toEqual({ computed: 4, unforeseen: 0 });
  const told = await forecastOf({ journal: grant.past, now: monday });
  const row = (await forecasts()).find(({ caseRef }) => caseRef === grant.ref);
  expect(row).toMatchObject({ asOfSeq: grant.past.length, outcome: 'completed', waitsFor: null, unforeseen: null });
  expect([day(row?.endsOn), day(row?.endsOn)]).toEqual([told.endsOn, civilDateAt(grant.rest.at(-1)?.at ?? 0)]);
  expect(await refreshForecasts(prisma, monday + hour)).toEqual({ computed: 0, unforeseen: 0 });
});

test('the weeks hold what people are expected to do, and what is late counts in the one that runs', async () => {
  const told = await forecastOf({ journal: grant.past, now: monday });
  const load = await loadOf(grant.ref);
  const ahead = told.acts.filter(({ on }) => on < addDays('2026-02-02', 26 * 7));
  expect(load.reduce((sum, { count }) => sum + count, 0)).toBe(ahead.length);
  expect(new Set(load.map(({ week }) => day(week)))).toEqual(new Set(ahead.map(({ on }) => mondayOf(on))));
  const first = async () => (await loadOf('FTAP-2026-000002')).find(({ role }) => role === 'reviewer');
  expect(await first()).toMatchObject({ week: new Date('2026-02-02'), role: 'reviewer', personId: null, groupName: 'campus', count: 1 });
  await refreshForecasts(prisma, monday + 22 * 24 * hour);
  expect(day((await first())?.week)).toBe('2026-02-23');
});

test('a case that has moved is foretold again, and that one only', async () => {
  const later = monday + 22 * 24 * hour + 2 * hour;
  const before = await forecasts();
  const [next] = grant.rest;
  if (!next) throw new RangeError('The grant is over.');
  await database.commit({ ref: grant.ref, entries: [next] });
  expect(await refreshForecasts(prisma, later)).toEqual({ computed: 1, unforeseen: 0 });
  const changed = (await forecasts()).filter(({ computedAt }, index) => computedAt.getTime() !== before[index]?.computedAt.getTime());
  expect(changed.map(({ caseRef, asOfSeq }) => [caseRef, asOfSeq])).toEqual([[grant.ref, next.seq]]);
});

test('on another day those are foretold again whose people had something to do, and after a week all', async () => {
  const tomorrow = monday + 23 * 24 * hour + 2 * hour;
  const held = (await forecasts()).filter(({ holdsUntil }) => holdsUntil === null || holdsUntil >= new Date('2026-02-25'));
  expect([held.length, (await forecasts()).length]).toEqual([2, 4]);
  expect(await refreshForecasts(prisma, tomorrow)).toEqual({ computed: 2, unforeseen: 0 });
  const kept = await prisma.caseForecast.findMany({ where: { caseRef: { in: held.map(({ caseRef }) => caseRef) } } });
  expect(kept.map(({ computedAt }) => computedAt)).toEqual(held.map(({ computedAt }) => computedAt));
  await prisma.caseForecast.updateMany({ data: { computedAt: new Date(tomorrow - 8 * 24 * hour) } });
  expect(await refreshForecasts(prisma, tomorrow)).toEqual({ computed: 4, unforeseen: 0 });
});

test('a case of which nothing can be foretold says why and stops nothing', async () => {
  const { past } = await lived('ftap', 'FTAP-2026-000003');
  const entries = past.map((entry) =>
    entry.type === 'entered' && entry.stage === 'completeness' ? { ...entry, stage: 'elsewhere' } : entry,
  );
  await database.commit({ ref: 'FTAP-2026-000003', entries });
  const other = await lived('seated-event', 'VISITE-2026-000001');
  await database.commit({ ref: other.ref, entries: other.past.map((e) => (e.type === 'opened' ? { ...e, revision: 'r9' } : e)) });
  await database.commit({ ref: 'FTAP-2026-000004', entries: (await lived('ftap', 'FTAP-2026-000004')).past });
  expect(await refreshForecasts(prisma, monday + 23 * 24 * hour + 3 * hour)).toEqual({ computed: 3, unforeseen: 2 });
  const reasons = (await forecasts()).flatMap(({ caseRef, unforeseen }) => (unforeseen === null ? [] : [[caseRef, unforeseen]]));
  expect(reasons).toEqual([
    ['FTAP-2026-000003', expect.stringMatching(/^L’écriture \d+ du journal n’est plus ce que ferait la procédure\.$/)],
    ['VISITE-2026-000001', 'Cette version de Jalon ne connaît pas la version r9 de la procédure.'],
  ]);
  expect(await loadOf('FTAP-2026-000003')).toEqual([]);
});

test('a cohort ends with the last of its members, whose forecasts come first', async () => {
  const [one, two] = [1, 2].map(aParticipant) as [string, string];
  const ref = 'COHORTE-2026-000001';
  const scenario = { name: ref, ref, input: aCohort('2026-01-20'), start: instantAt('2026-01-20', '09:00'), by: 'manager-1' };
  const acts = [applies('2026-01-21', one), applies('2026-01-22', two)];
  const cohort = await rehearse(procedureOf('cohort', 'r1'), { ...scenario, acts, play: typicalPlayerOf('cohort') }, { until: monday });
  await database.commit({ ref, entries: withUuids(cohort.journal) });
  for (const n of [1, 2]) {
    const member = await lived('reconversion-3m', `${ref}-${n}`);
    await database.commit({ ref: member.ref, entries: member.past.map((e) => (e.type === 'opened' ? { ...e, parent: ref } : e)) });
  }
  const now = monday + 23 * 24 * hour + 4 * hour;
  expect(await refreshForecasts(prisma, now)).toEqual({ computed: 3, unforeseen: 0 });
  const endOf = async (caseRef: string) => day((await prisma.caseForecast.findUniqueOrThrow({ where: { caseRef } })).endsOn);
  expect(await endOf(ref)).toBe([await endOf(`${ref}-1`), await endOf(`${ref}-2`)].sort()[1]);

  const { seq } = await prisma.journal.findFirstOrThrow({ where: { caseRef: `${ref}-1` }, orderBy: { seq: 'desc' } });
  const by = '00000000-0000-4000-8000-000000000009';
  const paused: Entry = { seq: seq + 1, at: now, type: 'paused', by, on: '2026-02-25', cause: 'service', reason: 'Réorganisation' };
  await database.commit({ ref: `${ref}-1`, entries: [paused] });
  expect(await refreshForecasts(prisma, now + hour)).toEqual({ computed: 2, unforeseen: 0 });
  const row = await prisma.caseForecast.findUniqueOrThrow({ where: { caseRef: ref } });
  expect([day(row.endsOn), row.waitsFor]).toEqual([undefined, 'Dossier lié en cours']);
});

test('a case that has closed is forgotten', async () => {
  await database.commit({ ref: grant.ref, entries: grant.rest.slice(1) });
  await refreshForecasts(prisma, monday + 23 * 24 * hour + 6 * hour);
  expect((await forecasts()).map(({ caseRef }) => caseRef)).not.toContain(grant.ref);
  expect(await loadOf(grant.ref)).toEqual([]);
});

test('whoever writes the same cases at the same time writes each week once', async () => {
  const refs = Array.from({ length: 40 }, (_, n) => `FTAP-2027-${n}`);
  const rows = refs.map((ref) => forecastRow(ref, 1, { waitsFor: [], acts: [] }));
  const loads = refs.map((case_ref) => ({ case_ref, week: '2027-01-04', role: 'reviewer', person_id: null, group_name: null, count: 1 }));
  await Promise.all(Array.from({ length: 8 }, () => writeForecasts(prisma, rows, loads, monday)));
  expect(await prisma.forecastLoad.count({ where: { caseRef: { in: refs } } })).toBe(40);
});
