import type { Stage } from '#workflows/kit/case-file.js';
import { fewest, shownCounts, shownShare } from '../directors/small-cells.js';
import type { Fields } from '../openapi/fields.js';
import { outcomeLabel, procedureOf } from '../procedures.js';
import type { BoardCount, BoardFigures, StandingFigure } from './board.dto.js';
import type { StandingCount } from './board-reader.js';
import { type Standing, standings, standingWords } from './standing.js';

type Figures = Omit<Fields<BoardFigures>, 'ends'>;
type Counts = Readonly<Partial<Record<Standing, number>>>;

/**
 * Figures of one group. Where its people are not read by name, its cells are those of the edition's own page, so that neither gives away
 * what the other hides: one partition of stages and closed years, and each of the rest only as a share of it.
 */
export function figuresOf(rows: readonly StandingCount[], stages: readonly Stage[], listed: boolean): Figures {
  const total = sum(rows);
  const partition = stagesThenClosed(rows, stages);
  const counts: Record<Standing, number> = {
    running: sum(rows.filter(({ place }) => place === 'running')),
    paused: sum(rows.filter(({ place }) => place === 'paused')),
    gone: sum(rows.filter(({ place }) => place === 'gone')),
    ended: sum(rows.filter(({ place }) => place === 'ended')),
    late: rows.reduce((all, { late }) => all + late, 0),
    stuck: rows.reduce((all, { stuck }) => all + stuck, 0),
  };
  if (listed)
    return { people: total, standings: standingFigures(counts), stages: cells(stages, partition.slice(0, -1)), outcomes: outcomesOf(rows) };
  const shown = shownCounts(partition);
  return {
    ...(total >= fewest && { people: total }),
    standings: standingFigures(shownStandings(counts, total, shown.at(-1))),
    stages: cells(stages, shown.slice(0, -1)),
    outcomes: [],
  };
}

const stagesThenClosed = (rows: readonly StandingCount[], stages: readonly Stage[]): number[] => [
  ...stages.map(({ id }) => sum(rows.filter(({ stage }) => stage === id))),
  sum(rows.filter(({ stage }) => stage === null)),
];

/** How many of a group are closed, where its own page shows it. */
export const shownClosed = (rows: readonly StandingCount[], stages: readonly Stage[], listed: boolean): number | undefined => {
  const partition = stagesThenClosed(rows, stages);
  return (listed ? partition : shownCounts(partition)).at(-1);
};

/** `closed` is given where the group's own page shows it. Each of the rest is a share, of which neither side is under ten. */
function shownStandings(counts: Record<Standing, number>, total: number, closed: number | undefined): Counts {
  const { running, paused } = counts;
  const isTold = closed !== undefined && running >= fewest && paused >= fewest;
  const gone = closed === undefined ? undefined : shownShare(closed - counts.ended, closed);
  return defined({
    running: isTold ? running : undefined,
    paused: isTold ? paused : undefined,
    gone,
    ended: closed === undefined || gone === undefined ? undefined : closed - gone,
    late: shownShare(counts.late, running),
    stuck: shownShare(counts.stuck, running),
  });
}

/** The groups added up: what is hidden in one of them is hidden in their sum. */
export function sumOfFigures(groups: readonly Figures[], stages: readonly Stage[]): Figures {
  const people = added(groups.map((group) => group.people));
  const of = (key: Standing) => added(groups.map((group) => group.standings.find((one) => one.key === key)?.count));
  const at = (id: string) => added(groups.map((group) => group.stages.find(({ key }) => key === id)?.count));
  const outcomes = new Map<string, Fields<BoardCount>>();
  for (const { key, label, count = 0 } of groups.flatMap((group) => group.outcomes))
    outcomes.set(key, { key, label, count: count + (outcomes.get(key)?.count ?? 0) });
  return {
    ...(people !== undefined && { people }),
    standings: standingFigures(defined(Object.fromEntries(standings.map((key) => [key, of(key)])))),
    stages: cells(
      stages,
      stages.map(({ id }) => at(id)),
    ),
    outcomes: [...outcomes.values()],
  };
}

/** A sum some parts of which may be hidden: itself hidden when it would give one part away, or is under ten. */
export function shownSum(parts: readonly (number | undefined)[], total: number): number | undefined {
  const hidden = parts.filter((part) => part === undefined).length;
  if (hidden === 0) return total;
  return hidden === 1 || total < fewest ? undefined : total;
}

export const added = (parts: readonly (number | undefined)[]): number | undefined =>
  parts.reduce<number | undefined>((all, part) => (all === undefined || part === undefined ? undefined : all + part), 0);

export const sum = (rows: readonly StandingCount[]): number => rows.reduce((all, { cases }) => all + cases, 0);

const standingFigures = (counts: Counts): Fields<StandingFigure>[] =>
  standings.map((key) => {
    const count = counts[key];
    return { key, ...standingWords[key], ...(count !== undefined && { count }) };
  });

const cells = (stages: readonly Stage[], counts: readonly (number | undefined)[]): Fields<BoardCount>[] =>
  stages.map(({ id, label }, index) => {
    const count = counts[index];
    return { key: id, label, ...(count !== undefined && { count }) };
  });

function outcomesOf(rows: readonly StandingCount[]): Fields<BoardCount>[] {
  const counts = new Map<string, Fields<BoardCount>>();
  for (const { procedure, revision, outcome, cases } of rows)
    if (outcome !== null)
      counts.set(outcome, {
        key: outcome,
        label: outcomeLabel(procedureOf(procedure, revision), outcome),
        count: cases + (counts.get(outcome)?.count ?? 0),
      });
  return [...counts.values()].sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}

const defined = (counts: Readonly<Partial<Record<Standing, number | undefined>>>): Counts =>
  Object.fromEntries(Object.entries<number | undefined>(counts).filter(([, count]) => count !== undefined));
