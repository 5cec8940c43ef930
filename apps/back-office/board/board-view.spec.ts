import fc from 'fast-check';
import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import type { StandingCount } from './board-reader.js';
import { boardProcedures } from './board-view.js';
import { shownSum } from './figures-view.js';

const stages = Object.values(directorsYearR1.stages).map(({ id }) => id);

const alike = (wave: number, rest: Partial<StandingCount>): StandingCount => ({
  group_key: `edition:00000000-0000-4000-8000-000000000001:${wave}`,
  procedure: 'directors-year',
  revision: 'r1',
  place: 'running',
  stage: 'launch',
  outcome: null,
  cases: 0,
  late: 0,
  stuck: 0,
  listed: false,
  ...rest,
});

const groupsOf = (counts: readonly StandingCount[]) =>
  [...new Set(counts.map(({ group_key }) => group_key))].map((key) => ({ key, title: key, procedure: 'directors-year' }));

const viewOf = (counts: readonly StandingCount[]) => {
  const [view] = boardProcedures({ counts, ends: [], groups: groupsOf(counts) });
  if (!view) throw new RangeError('The directors’ year is not on the board.');
  return view;
};

const anyWave = (wave: number) =>
  fc
    .array(
      fc.oneof(
        fc.record({
          stage: fc.constantFrom(...stages),
          place: fc.constantFrom('running', 'paused'),
          cases: fc.nat({ max: 25 }),
          late: fc.nat({ max: 25 }),
        }),
        fc
          .record({ outcome: fc.constantFrom('completed', 'partial'), cases: fc.nat({ max: 25 }) })
          .map((row) => ({ ...row, stage: null, place: 'ended' })),
        fc.record({ cases: fc.nat({ max: 25 }) }).map((row) => ({ ...row, stage: null, place: 'gone', outcome: 'ended' })),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) => rows.map((row) => alike(wave, row as Partial<StandingCount>)));

test('no cell of a wave that is not read by name is under ten, and no single hidden one is left over by the others', () => {
  fc.assert(
    fc.property(anyWave(1), (counts) => {
      const { groups } = viewOf(counts);
      for (const { people, standings, stages: at, outcomes } of groups) {
        const places = standings.slice(0, 4);
        for (const { count: shown } of [...standings, ...at]) expect(shown === undefined || shown >= 10).toBe(true);
        const closed = count(places, 'gone') !== undefined && count(places, 'ended') !== undefined;
        const hidden = at.filter((one) => one.count === undefined).length + (closed ? 0 : 1);
        if (people !== undefined) expect(hidden).not.toBe(1);
        expect(outcomes).toEqual([]);
      }
    }),
  );
});

const count = (cells: readonly { key: string; count?: number }[], key: string) => cells.find((one) => one.key === key)?.count;

test('those who are read by name are all counted, at a stage or by an outcome, and stand in one place', () => {
  fc.assert(
    fc.property(anyWave(1), anyWave(2), (one, two) => {
      const counts = [...one, ...two].map((row) => ({ ...row, listed: true }));
      const view = viewOf(counts);
      for (const { people, standings, stages: at, outcomes } of [view, ...view.groups]) {
        const all = (cells: readonly { count?: number }[]) => cells.reduce((sum, cell) => sum + (cell.count ?? 0), 0);
        expect([all(standings.slice(0, 4)), all([...at, ...outcomes])]).toEqual([people, people]);
      }
      expect(view.people).toBe(counts.reduce((sum, { cases }) => sum + cases, 0));
    }),
  );
});

test('a sum is told when all its parts are, or when it gives none of the hidden ones away', () => {
  expect(shownSum([12, 30], 42)).toBe(42);
  expect(shownSum([12, 30, undefined], 45)).toBeUndefined();
  expect(shownSum([12, undefined, undefined], 20)).toBe(20);
  expect(shownSum([undefined, undefined], 8)).toBeUndefined();
});

test('a wave is over with its years; a cohort or a call also has to be over itself', () => {
  const closed = alike(1, { stage: null, place: 'ended', outcome: 'completed', cases: 12, listed: true });
  const isOver = (over?: boolean) =>
    boardProcedures({
      counts: [closed],
      ends: [],
      groups: groupsOf([closed]).map((group) => ({ ...group, ...(over !== undefined && { over }) })),
    })[0]?.groups[0]?.over;
  expect([isOver(), isOver(true), isOver(false)]).toEqual([true, true, false]);
  expect(viewOf([closed, alike(1, { cases: 1, listed: true })]).groups[0]?.over).toBe(false);
});
