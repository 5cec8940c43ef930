import { randomUUID } from 'node:crypto';
import { openCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { instantAt } from '../../../workflows/calendar/paris-time.js';
import type { Entry } from '../../../workflows/kit/journal.js';
import { aCohort, aParticipant, applies, brings, cohortPlayer } from '../../builders/cohort.js';
import { promisesReconverted, tells } from '../../builders/funded-journeys.js';
import { run } from '../../builders/ftap-rehearsal.js';
import { withUuids } from '../../builders/journals.js';
import { journey } from '../../builders/reconversion.js';
import { withdrawsWhenHeard } from '../../builders/reconversion-paths.js';
import { cohortR1 } from '../../../workflows/cohort/cohort.r1.js';
import { projectManager } from '../../../workflows/reconversion/templates.js';
import { rehearse } from '../../../workflows/kit/rehearsal.js';
import type { Browser } from './back-office.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

const grant = 'FTAP-2024-000001';
const cohort = 'COHORTE-2026-000001';

const office = runningOffice();
let manager: Browser;
let ofGrants: Browser;

beforeAll(async () => {
  // Ezra holds cohorts, journeys and grants; Sam grants alone.
  manager = await office.as('Ezra Renfort');
  ofGrants = await office.as('Sam Relais');
  await loadGrant();
  await loadCohort();
});

const belongingTo = (entries: readonly Entry[], ref: string, change: (opened: Entry & { type: 'opened' }) => object): Entry[] =>
  withUuids(entries).map((entry) => (entry.type === 'opened' ? { ...entry, ref, ...change(entry) } : entry));

/** A grant that was awarded and heard of two journeys; still running. */
async function loadGrant() {
  const { journal } = await run(
    {
      'journey-told': tells([
        { what: 'started', ref: `${cohort}-1` },
        { what: 'started', ref: `${cohort}-2` },
        { what: 'completed', ref: `${cohort}-1` },
        { what: 'left', ref: `${cohort}-2` },
        { what: 'assigned', ref: `${cohort}-1`, inPost: false },
        { what: 'followUp', ref: `${cohort}-1`, months: 3, inPost: true },
      ]),
    },
    { application: promisesReconverted(), until: instantAt('2025-06-01', '10:00') },
  );
  const owner = personId('Camille Exemple');
  const entries = belongingTo(journal, grant, ({ summary }) => ({ summary: { ...summary, owner, callId: openCallId } }));
  await committed(office, { ref: grant, entries });
}

/** Two members: one completed and in post, paid for by the grant; the other left. */
async function loadCohort() {
  const acts = [1, 2].flatMap((n) => [
    applies('2026-02-03', aParticipant(n), n === 1 ? {} : { fundedBy: 'FTAP-2024-000009' }),
    brings('2026-03-02', 'seat-asked', { ref: `${cohort}-${n}` }),
  ]);
  const input = aCohort('2026-02-02', { fundedBy: grant, template: projectManager });
  const played = { name: 'cohort', ref: cohort, input, start: instantAt('2026-02-02', '10:17'), play: cohortPlayer({}, 500), acts };
  const { journal } = await rehearse(cohortR1, played, { until: instantAt('2026-12-01', '10:00') });
  const parent = { parent: cohort };
  const well = await journey(3, {}, { input: { cohort, fundedBy: grant } });
  const left = await journey(3, withdrawsWhenHeard, { input: { cohort, fundedBy: 'FTAP-2024-000009' } });
  await committed(
    office,
    { ref: cohort, entries: withUuids(journal) },
    { ref: `${cohort}-1`, entries: belongingTo(well.journal, `${cohort}-1`, () => parent) },
    { ref: `${cohort}-2`, entries: belongingTo(left.journal, `${cohort}-2`, () => parent) },
  );
}

describe('the figures of a call', () => {
  interface Figures {
    journeys: { key: string; agents: number }[];
    effects: { kind: string; promised: number; milestones: { months: number; measured?: number }[] }[];
  }

  it('count the journeys that its grants pay for', async () => {
    const { body } = await manager.get<Figures>(`/calls/${openCallId}/figures`);
    expect(Object.fromEntries(body.journeys.map(({ key, agents }) => [key, agents]))).toEqual({
      journeysStarted: 2,
      journeysCompleted: 1,
      journeysEndedOtherwise: 1,
      journeysInPost: 1,
    });
    const effect = body.effects.find(({ kind }) => kind === 'agentsReconverted');
    expect(effect?.promised).toBe(10);
    expect(effect?.milestones[0]).toMatchObject({ months: 0, measured: 1 });
  });

  it('show each by the reference of the journey, which opens for who may read it', async () => {
    interface Rows {
      label: string;
      total: number;
      items: { ref: string; evidenceCases: { ref: string; readable: boolean }[] }[];
    }
    const rows = async (who: Browser, figure: string) => (await who.get<Rows>(`/calls/${openCallId}/figures/${figure}`)).body;
    const started = await rows(manager, 'journeysStarted');
    expect(started.total).toBe(2);
    expect(started.items.map(({ evidenceCases }) => evidenceCases)).toEqual([
      [{ ref: `${cohort}-2`, readable: true }],
      [{ ref: `${cohort}-1`, readable: true }],
    ]);
    expect((await rows(ofGrants, 'journeysInPost')).items[0]?.evidenceCases).toEqual([{ ref: `${cohort}-1`, readable: false }]);
    const counted = await rows(manager, 'measured?kind=agentsReconverted&unit=agents&months=0');
    expect(counted.label).toContain('pendant le projet');
    expect(counted.items[0]?.evidenceCases).toEqual([{ ref: `${cohort}-1`, readable: true }]);
    const csv = await ofGrants.get<string>(`/calls/${openCallId}/figures/journeysCompleted/rows.csv`);
    expect(csv.body).toContain(`dossier ${cohort}-1`);
  });
});

describe('the two pages', () => {
  it('link to each other: counts for the service, journeys for who may open them', async () => {
    const counts = { started: 2, completed: 1, endedOtherwise: 1, inPost: 1, promised: 10 };
    const { body } = await manager.get<{ journeys: { ref: string }[] }>(`/cases/${grant}/funded-journeys`);
    expect(body).toMatchObject(counts);
    expect(body.journeys.map(({ ref }) => ref)).toEqual([`${cohort}-1`, `${cohort}-2`]);
    expect((await ofGrants.get(`/cases/${grant}/funded-journeys`)).body).toMatchObject({ ...counts, journeys: [] });
    expect((await manager.get(`/cases/${cohort}-1/funding`)).body).toMatchObject({ grant, open: false });
    expect((await manager.get(`/cases/${cohort}-2/funding`)).body).toEqual({ grant: 'FTAP-2024-000009', open: false });
    expect((await manager.get(`/cases/${cohort}/funding`)).status).toBe(404);
    expect((await manager.get(`/cases/${cohort}-1/funded-journeys`)).status).toBe(404);
  });

  it('say nothing to the beneficiary, nor does the timeline of the grant', async () => {
    const beneficiary = await office.as('Camille Exemple');
    expect((await beneficiary.get(`/cases/${grant}/funded-journeys`)).status).toBe(403);
    const { body } = await beneficiary.get<{ title: string }[]>(`/cases/${grant}/timeline`);
    expect(body.length).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('parcours');
    const { body: seen } = await manager.get<{ title: string }[]>(`/cases/${grant}/timeline`);
    expect(seen.map(({ title }) => title)).toContain('Nouvelles d’un parcours financé');
  });
});

describe('a year of cohorts', () => {
  it('is added up against the aim, the funded journeys and the needs of each trade', async () => {
    const { body } = await manager.get('/cohorts/years/2026');
    const counts = { seated: 2, started: 2, completed: 1, endedOtherwise: 1, inPost: 1, funded: 2 };
    expect(body).toMatchObject({
      year: 2026,
      aim: { min: 30, max: 50, asOf: '2024-01-09' },
      fundedAim: 10,
      seats: 2,
      total: counts,
      cohorts: [{ ref: cohort, seats: 2, ...counts }],
    });
    const { trades } = body as { trades: { key: string; hiresPerYear: number; started: number }[] };
    expect(trades.map(({ key, started }) => [key, started])).toEqual([
      ['operations', 0],
      ['data', 0],
      ['product', 2],
      ['cyber', 0],
    ]);
  });

  it('is empty for another year, and nobody’s who does not watch over cohorts', async () => {
    expect((await manager.get('/cohorts/years/2027')).body).toMatchObject({ seats: 0, cohorts: [], total: { started: 0 } });
    // A program manager of grants alone.
    expect((await ofGrants.get('/cohorts/years/2026')).status).toBe(403);
    expect((await (await office.as('Morgan Canevas')).get('/cohorts/years/2026')).status).toBe(403);
    expect((await manager.get('/cohorts/years/nineteen')).status).toBe(422);
  });
});

describe('naming a grant', () => {
  it('is offered among those that hear of journeys, in the perimeter of who names', async () => {
    const { body } = await manager.get<{ ref: string; started: number }[]>('/fundable-grants');
    expect(body).toEqual([expect.objectContaining({ ref: grant, started: 2 })]);
    const onlyCohorts = await office.as('Alma Promotion');
    expect((await onlyCohorts.get('/fundable-grants')).body).toEqual([]);
    const funding = { grant };
    const refused = await onlyCohorts.post<{ fields: object }>(`/cohorts/${cohort}/members/${cohort}-1/funding`, funding, randomUUID());
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ['grant']]);
    expect((await manager.post(`/cohorts/${cohort}/members/${grant}/funding`, funding, randomUUID())).status).toBe(404);
    expect(
      (await (await office.as('Robin Gabarit')).post(`/cohorts/${cohort}/members/${cohort}-1/funding`, funding, randomUUID())).status,
    ).toBe(403);
  });
});
