import type { Browser } from './back-office.js';
import { boardOf, casesOf, cohort, loadBoard, procedure, shown } from './board-world.js';
import { runningOffice } from './running.js';

const office = runningOffice();
let alma: Browser;
beforeAll(async () => {
  await loadBoard(office);
  alma = await office.as('Alma Promotion');
});

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
