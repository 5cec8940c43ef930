import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { commit } from '#activities/journal/commit.js';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { closedCallId, openCallId } from '#prisma/seed-calls.js';
import { personId } from '#prisma/seed-people.js';
import { askedUntil, closedAs, cohortJournal, memberJournal, pausedOn, yearJournal } from '../../builders/board-cases.js';
import { grantJournal } from '../../builders/grant-journals.js';
import type { BuiltJournal } from '../../builders/journals.js';
import { type BackOffice, type Browser, startBackOffice } from './back-office.js';

interface Count {
  key: string;
  count?: number;
}
interface Figures {
  people?: number;
  standings: Count[];
  stages: Count[];
  outcomes: Count[];
  ends: {
    foreseen?: number;
    earliest?: string;
    median?: string;
    latest?: string;
    endless?: number;
    months: { month: string; count?: number }[];
  };
}
type Group = Figures & { key: string; kind: string; id: string; title: string; over: boolean; listed: boolean };
interface Board {
  today: string;
  hasYearlyAim: boolean;
  watchesLoad: boolean;
  forecasts: { computedAt?: string; stale: number };
  procedures: (Figures & { id: string; listed: boolean; aim?: { people: number; started?: number; closed?: number }; groups: Group[] })[];
}
interface Cases {
  items: {
    ref: string;
    personName: string;
    groupTitle: string;
    place: string;
    late: boolean;
    stuck: boolean;
    silentSince?: string;
    endsOn?: string;
  }[];
  nextCursor?: string;
  total: number;
}

const cohort = 'COHORTE-2026-000001';
const editionId = randomUUID();
const today = civilDateAt(Date.now());
const workingDay = (n: number): CivilDate => addWorkingDays(today, n, 'metropole');

let office: BackOffice;
let pool: pg.Pool;
let alma: Browser;

/** People who exist only by their names. */
async function aPerson(name: string): Promise<string> {
  const id = randomUUID();
  await office.prisma.person.create({ data: { id, name, email: `${id}@exemple.gouv.invalid`, synthetic: true } });
  return id;
}

async function journeys(): Promise<BuiltJournal[]> {
  const manager = personId('Alma Promotion');
  const owner = await aPerson('=Zoé Éprouvette');
  const member = (n: number, stage: string, happened: Parameters<typeof memberJournal>[0]['happened'] = []) =>
    memberJournal({ ref: `${cohort}-${n}`, cohort, owner, title: 'Chef de projet', stage, happened });
  return [
    cohortJournal({ ref: cohort, owner: manager, title: 'Promotion du printemps', stage: 'running' }),
    cohortJournal({ ref: 'COHORTE-2026-000002', owner: manager, title: 'Promotion sans personne', stage: 'applications' }),
    member(1, 'month1', [askedUntil('hand-in-milestone', 'participant', workingDay(3))]),
    member(2, 'month1', [askedUntil('hand-in-milestone', 'participant', workingDay(-2))]),
    member(3, 'month2', [askedUntil('review-milestone', 'coach', workingDay(-12))]),
    member(4, 'month2', [askedUntil('reach-out', 'coach', workingDay(2))]),
    member(5, 'month2', [askedUntil('review-milestone', 'coach', workingDay(-12)), pausedOn(workingDay(-14), manager)]),
    member(6, 'leaving', [askedUntil('exit-interview', 'coach', workingDay(4))]),
    member(7, 'month1', [closedAs('droppedOut')]),
    member(8, 'application', [{ type: 'withdrawn', by: owner, reason: 'Change d’avis' }, closedAs('withdrawn')]),
    member(9, 'followUp', [closedAs('assigned')]),
  ];
}

/** Waves of 30, 12 and 4 directors. */
async function years(): Promise<BuiltJournal[]> {
  await office.prisma.edition.create({ data: { id: editionId, title: 'Édition 2026', startsOn: new Date('2026-01-05'), terms: {} } });
  const owner = await aPerson('Une Directrice');
  const year = (wave: number, n: number, stage: string, happened: Parameters<typeof yearJournal>[0]['happened'] = []) =>
    yearJournal({ ref: `ANNEE-2026-${wave}${String(n).padStart(3, '0')}`, owner, editionId, wave, stage, happened });
  return [
    ...Array.from({ length: 14 }, (_, n) => year(1, n, 'projection', n < 3 ? [pausedOn(today, owner)] : [])),
    ...Array.from({ length: 16 }, (_, n) => year(1, 100 + n, 'followUp', [closedAs(n < 11 ? 'completed' : 'ended')])),
    ...Array.from({ length: 12 }, (_, n) => year(2, n, 'launch')),
    ...Array.from({ length: 4 }, (_, n) => year(3, n, 'launch')),
  ];
}

beforeAll(async () => {
  office = await startBackOffice();
  pool = new pg.Pool({ connectionString: office.environment.DATABASE_URL });
  const grants = ['completeness', 'review'].map((stage, n) =>
    grantJournal({
      ref: `FTAP-2026-00000${n}`,
      callId: openCallId,
      owner: personId('Camille Exemple'),
      happened: [{ type: 'entered', stage }],
    }),
  );
  for (const one of [...(await journeys()), ...(await years()), ...grants]) await commit(pool, one);
  const foretold = (caseRef: string, endsOn: string | null, asOfSeq = 3) => ({
    caseRef,
    asOfSeq,
    computedAt: new Date(),
    ...(endsOn === null ? { waitsFor: 'Reprise du dossier' } : { endsOn: new Date(endsOn), outcome: 'assigned' }),
  });
  await office.prisma.caseForecast.createMany({
    data: [
      foretold(`${cohort}-1`, '2027-03-10'),
      foretold(`${cohort}-2`, '2027-03-20'),
      foretold(`${cohort}-3`, '2027-06-01'),
      foretold(`${cohort}-4`, '2027-06-02', 2),
      foretold(`${cohort}-5`, null, 4),
    ],
  });
  alma = await office.as('Alma Promotion');
}, 60_000);
afterAll(async () => {
  await pool.end();
  await office.stop();
});

const boardOf = async (who: Browser): Promise<Board> => {
  const { status, body } = await who.get<Board>('/board');
  expect(status).toBe(200);
  return body;
};
const casesOf = async (who: Browser, query: string): Promise<Cases> => {
  const { status, body } = await who.get<Cases>(`/board/cases?${query}`);
  expect(status).toBe(200);
  return body;
};
const procedure = ({ procedures }: Board, id: string) => {
  const found = procedures.find((one) => one.id === id);
  if (!found) throw new RangeError(`No ${id} on the board.`);
  return found;
};
const shown = (counts: readonly Count[]) =>
  Object.fromEntries(counts.filter(({ count }) => count !== 0).map(({ key, count }) => [key, count]));

describe('a cohort', () => {
  it('is counted by where its members are, how they stand and how they ended', async () => {
    const { groups, ...sum } = procedure(await boardOf(alma), 'reconversion-3m');
    const [latest, ...rest] = groups.sort((a, b) => a.key.localeCompare(b.key));
    expect(latest).toMatchObject({
      key: `cohort:${cohort}`,
      kind: 'cohort',
      id: cohort,
      title: 'Promotion du printemps',
      people: 9,
      over: false,
    });
    expect(shown(latest?.standings ?? [])).toEqual({ running: 4, paused: 1, gone: 3, ended: 1, late: 2, stuck: 2 });
    expect(shown(latest?.stages ?? [])).toEqual({ month1: 2, month2: 3, leaving: 1 });
    expect(shown(latest?.outcomes ?? [])).toEqual({ droppedOut: 1, withdrawn: 1, assigned: 1 });
    expect(rest).toMatchObject([{ title: 'Promotion sans personne', people: 0 }]);
    expect([sum.people, shown(sum.standings)]).toEqual([9, shown(latest?.standings ?? [])]);
  });

  it('says when its journeys would end, and what nobody has looked at since', async () => {
    const { procedures, forecasts } = await boardOf(alma);
    const [{ ends } = { ends: undefined }] = procedures;
    expect(ends).toMatchObject({
      foreseen: 4,
      earliest: '2027-03-10',
      median: '2027-03-20',
      latest: '2027-06-02',
      endless: 1,
      unforeseen: 0,
    });
    expect(ends?.months).toEqual([
      { month: '2027-03', count: 2 },
      { month: '2027-06', count: 2 },
    ]);
    // One has moved since; the sixth was never foretold.
    expect(forecasts.stale).toBe(2);
  });

  it('opens each count to the cases that it counts', async () => {
    const { groups } = procedure(await boardOf(alma), 'reconversion-3m');
    const group = groups.find(({ id }) => id === cohort);
    for (const { key, count } of group?.standings ?? [])
      expect([key, (await casesOf(alma, `group=cohort:${cohort}&standing=${key}`)).total]).toEqual([key, count]);
    for (const { key, count } of group?.stages ?? [])
      expect([key, (await casesOf(alma, `group=cohort:${cohort}&stage=${key}`)).total]).toEqual([key, count]);
    for (const { key, count } of group?.outcomes ?? []) expect([key, (await casesOf(alma, `outcome=${key}`)).total]).toEqual([key, count]);
    for (const { month, count } of group?.ends.months ?? [])
      expect([month, (await casesOf(alma, `month=${month}`)).total]).toEqual([month, count]);
  });

  it('tells who is late, who is stuck and since when', async () => {
    const { items } = await casesOf(alma, 'standing=stuck&sort=person');
    expect(items).toMatchObject([
      { ref: `${cohort}-3`, late: true, stuck: true },
      { ref: `${cohort}-4`, late: false, stuck: true, silentSince: '2026-01-05' },
    ]);
  });
});

describe('the list', () => {
  it.each(['nextDay', 'endsOn', 'opened', 'person'])('goes through all cases once, sorted by %s', async (sort) => {
    for (const order of ['asc', 'desc']) {
      const refs: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await casesOf(alma, `sort=${sort}&order=${order}&limit=4${cursor === undefined ? '' : `&cursor=${cursor}`}`);
        refs.push(...page.items.map(({ ref }) => ref));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(refs.sort()).toEqual(Array.from({ length: 9 }, (_, n) => `${cohort}-${n + 1}`));
    }
  });

  it('finds people by their names, accents and case aside', async () => {
    expect((await casesOf(alma, 'q=eprouvette%20zoe')).total).toBe(9);
    expect((await casesOf(alma, 'q=personne')).total).toBe(0);
  });

  it('refuses a group that is none', async () => {
    expect((await alma.get('/board/cases?group=cohort:%27')).status).toBe(422);
    expect((await alma.get('/board/cases?standing=happy')).status).toBe(422);
  });

  it('becomes a table that a spreadsheet opens and does not run', async () => {
    const { status, body, headers } = await alma.get<string>('/board/cases.csv?standing=ended');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, row, ...rest] = body.split('\r\n');
    expect(head).toMatch(/^\ufeffRéférence;Personne;/);
    expect(row).toMatch(new RegExp(`^${cohort}-9;'=Zoé Éprouvette;;Chef de projet;Promotion du printemps;Reconversion en trois mois;`));
    expect(rest).toEqual(['']);
  });
});

describe('who', () => {
  it.each(['Camille Exemple', 'Sacha Modèle', 'Gaël Témoin', 'Robin Gabarit', 'Claude Essai', 'Loïs Boussole', 'Nour Système'])(
    '%s reads neither the board nor its lists',
    async (name) => {
      const browser = await office.as(name);
      for (const path of ['/board', '/board/cases', '/board/cases.csv'])
        expect(`${path} ${(await browser.get(path)).status}`).toBe(`${path} 403`);
    },
  );

  it.each([
    ['Alma Promotion', ['reconversion-3m'], true, true],
    ['Maxence Parcours', ['directors-year'], false, true],
    ['Ariel Pilote', ['ftap'], false, true],
    ['Kim Cadran', ['ftap'], false, true],
    ['Tess Cap', ['directors-year', 'reconversion-3m'], true, true],
    ['Mahé Contrôle', ['ftap', 'directors-year', 'reconversion-3m'], true, false],
  ])('%s sees what lies in their perimeter: %s', async (name, ids, hasYearlyAim, watchesLoad) => {
    const board = await boardOf(await office.as(name));
    expect(board.procedures.map(({ id }) => id)).toEqual(ids);
    expect(board).toMatchObject({ hasYearlyAim, watchesLoad });
  });

  it('lists no case outside the perimeter', async () => {
    const ariel = await office.as('Ariel Pilote');
    expect((await casesOf(ariel, '')).items.map(({ ref }) => ref).sort()).toEqual(['FTAP-2026-000000', 'FTAP-2026-000001']);
    expect((await casesOf(ariel, `group=cohort:${cohort}`)).total).toBe(0);
    expect((await casesOf(ariel, `group=call:${closedCallId}`)).total).toBe(0);
  });
});

describe('the directors’ year', () => {
  it('is counted whole for its program manager, wave by wave', async () => {
    const { groups, aim, listed } = procedure(await boardOf(await office.as('Maxence Parcours')), 'directors-year');
    expect(groups.map(({ title, people }) => [title, people])).toEqual([
      ['Édition 2026 – vague 1', 30],
      ['Édition 2026 – vague 2', 12],
      ['Édition 2026 – vague 3', 4],
    ]);
    expect(shown(groups[0]?.standings ?? [])).toEqual({ running: 11, paused: 3, gone: 5, ended: 11 });
    expect({ aim, listed }).toMatchObject({ aim: { people: 220, started: 46, closed: 16 }, listed: true });
  });

  it.each(['Tess Cap', 'Mahé Contrôle'])('hides from %s every cell under ten, and what would give one away', async (name) => {
    const browser = await office.as(name);
    const { groups, aim, listed, people } = procedure(await boardOf(browser), 'directors-year');
    expect({ listed, people, aim }).toMatchObject({ listed: false, people: undefined, aim: { people: 220, closed: 16 } });
    expect(aim?.started).toBeUndefined();
    const [first, second, third] = groups;
    expect([first?.people, second?.people, third?.people]).toEqual([30, 12, undefined]);
    // Three are paused and five have gone: neither they nor those whom they leave are told.
    expect(shown(first?.standings ?? [])).toEqual({});
    expect(first?.stages.find(({ key }) => key === 'projection')).toMatchObject({ count: 14 });
    expect(shown(third?.stages ?? [])).toEqual(Object.fromEntries((third?.stages ?? []).map(({ key }) => [key, undefined])));
    for (const { outcomes, standings, stages, ends } of groups) {
      expect([outcomes, ends.earliest, ends.latest, ends.foreseen]).toEqual([[], undefined, undefined, undefined]);
      for (const { count } of [...standings, ...stages, ...ends.months]) expect(count === undefined || count >= 10).toBe(true);
    }
    expect((await casesOf(browser, 'procedure=directors-year')).total).toBe(0);
    expect((await casesOf(browser, 'q=Directrice')).total).toBe(0);
  });
});
