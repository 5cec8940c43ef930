import { genesis, nextHash } from '#activities/journal/hash-chain.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { CommitteeResult } from '#workflows/ftap/tasks/committee.js';
import type { SessionInput } from '#workflows/ftap-committee/input.js';
import type { EntryOf, EntryType } from '#workflows/kit/journal.js';
import { rehearseFrom } from '#workflows/kit/rehearsal.js';
import { Ensemble } from '../ensemble.js';
import type { RehearsedCase } from '../rehearsed-case.js';
import { toLoad } from '../to-load.js';
import { type EnrolledGrants, enrolGrants } from './enrol-grants.js';
import { leftCents } from './envelope.js';
import { pastCalls } from './past-calls.js';
import { dayOfYear } from './plan.js';

const now = instantAt('2026-11-24', '15:40');
const { desk } = pastCalls(civilDateAt(now));
let ensemble: Ensemble;
let enrolled: EnrolledGrants;
beforeAll(async () => {
  ensemble = new Ensemble();
  enrolled = enrolGrants(ensemble, now);
  await ensemble.play(now);
});

const entries = <T extends EntryType>({ journal }: RehearsedCase, type: T) =>
  journal.filter((entry): entry is EntryOf<T> => entry.type === type);
const grants = () => [...enrolled.planned.keys()].map((ref) => ensemble.case(ref));
const sessions = () => [...ensemble.cases.values()].filter(({ part }) => part.procedure.id === 'ftap-committee');
const inputOf = ({ part }: RehearsedCase) => part.input as FtapInput;
const has = (type: EntryType, what: (entry: never) => boolean) => (one: RehearsedCase) =>
  entries(one, type).some((entry) => what(entry as never));
const said = ({ key, value }: { key: string; value: string }) =>
  has('answered', ({ answer }: EntryOf<'answered'>) => (answer as Record<string, unknown>)[key] === value);

test('25 applications: some incomplete, withdrawn, awarded, refused, contested, clawed back; one in Strasbourg', () => {
  const count = (holds: (one: RehearsedCase) => boolean) => grants().filter(holds).length;
  expect({
    all: grants().length,
    incomplete: count(said({ key: 'verdict', value: 'pieces' })),
    withdrawn: count(({ run }) => run.closed?.kind === 'withdrawn'),
    awarded: count(has('measured', ({ indicator }: EntryOf<'measured'>) => indicator === 'awarded')),
    appeals: count(has('happened', ({ id }: EntryOf<'happened'>) => id.startsWith('appeal-lodged'))),
    clawbacks: count(has('happened', ({ id }: EntryOf<'happened'>) => id.startsWith('breach-found'))),
    renounced: count(({ run }) => run.closed?.kind === 'renounced'),
    strasbourg: count((one) => inputOf(one).call.zone === 'alsace-moselle'),
  }).toEqual({ all: 25, incomplete: 6, withdrawn: 2, awarded: 16, appeals: 2, clawbacks: 1, renounced: 1, strasbourg: 1 });
});

test('amounts are log-normal about 120,000 €, within the call’s limits, and more than the envelope', () => {
  const amounts = grants()
    .map((one) => inputOf(one).application.budget.amountCents / 100_000)
    .sort((a, b) => a - b);
  expect([amounts[0], amounts[12], amounts.at(-1)]).toEqual([50, 120, 560]);
  expect(amounts.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(2_000);
  const waited = has('told', ({ template }: EntryOf<'told'>) => template === 'waiting-list');
  expect(grants().filter(waited).length).toBeGreaterThan(0);
  expect(
    leftCents(
      desk.terms.envelopeCents,
      grants().filter((one) => inputOf(one).callId === desk.id),
    ),
  ).toBeGreaterThanOrEqual(0);
});

test('applications are filed on the days on which calendars go wrong, and a term is frozen over the end of a month', () => {
  const filed = grants().map(({ journal }) => civilDateAt(journal[0]?.at ?? 0).slice(5));
  expect(filed).toEqual(expect.arrayContaining(['03-31', '10-27', '12-31', '02-28', '05-07']));
  expect([dayOfYear('02-29', '2027-03-01'), dayOfYear('02-29', '2024-09-25')]).toEqual(['2028-02-29', '2025-02-28']);
  const frozen = grants().filter((one) => {
    const [stopped] = entries(one, 'clockStopped');
    const [restarted] = entries(one, 'clockRestarted');
    return stopped && restarted && civilDateAt(stopped.at).slice(0, 7) < civilDateAt(restarted.at).slice(0, 7);
  });
  expect(frozen.length).toBeGreaterThan(0);
});

test('members stand aside from five applications', () => {
  const declared = sessions().flatMap((one) =>
    entries(one, 'answered').flatMap(({ answer }) => Object.values((answer as { interests?: Record<string, string> }).interests ?? {})),
  );
  expect(declared.filter((interest) => interest !== 'none').length).toBe(5);
});

test('a session has the case before it as it stood, and the case hears what its session said', () => {
  expect([ensemble.undelivered, ensemble.refusals]).toEqual([0, []]);
  for (const session of sessions()) {
    for (const { ref, frozenSeq, frozenHash } of (session.part.input as SessionInput).agenda) {
      const before = ensemble.case(ref).journal.slice(0, frozenSeq);
      expect(before.reduce((hash, entry) => nextHash(hash, entry), genesis)).toBe(frozenHash);
    }
    for (const { ref, data } of entries(session, 'informed')) {
      const heard = entries(ensemble.case(ref), 'happened').filter((entry) => (entry.data as CommitteeResult).session === session.part.ref);
      expect(heard.map((entry) => entry.data)).toEqual([data]);
    }
  }
});

test('every file that a case names goes with it', () => {
  for (const one of grants()) {
    const { attachments = [] } = toLoad(one, enrolled.attachmentsOf(one.part.ref));
    const named = JSON.stringify(one.journal).match(/"documents":\["[^\]]+\]/g) ?? [];
    const ids = new Set(named.flatMap((list) => list.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []));
    for (const { budget = [], mandate = [], programme = [] } of [inputOf(one).application.pieces])
      for (const id of [...budget, ...mandate, ...programme]) ids.add(id);
    expect(attachments.map(({ id }) => id).sort()).toEqual([...ids].sort());
  }
});

test('every case can be taken up from its journal', async () => {
  for (const { part, journal } of ensemble.cases.values()) {
    const { procedure, input, ref, by } = part;
    const scenario = { name: ref, ref, by, input, start: journal[0]?.at ?? 0, play: () => 'never' as const };
    expect((await rehearseFrom(procedure, scenario, journal, { until: now })).journal).toEqual(journal);
  }
});
