import { catalogue } from '#workflows/catalogue.js';
import type { Stage } from '#workflows/kit/case-file.js';
import type { Fields } from '../openapi/fields.js';
import type { Board, BoardFigures, BoardGroup, BoardProcedure } from './board.dto.js';
import { groupName } from './board-groups.js';
import type { EndsCount, FoundGroup, StandingCount } from './board-reader.js';
import { directorsAim } from './directors-aim.js';
import { endsOf, sumOfEnds } from './ends-view.js';
import { figuresOf, shownClosed, shownSum, sum, sumOfFigures } from './figures-view.js';

export interface BoardFound {
  readonly counts: readonly StandingCount[];
  readonly ends: readonly EndsCount[];
  readonly groups: readonly FoundGroup[];
}

/** What the database counted as the board shows it: procedures in the order of the catalogue. Pure. */
export function boardProcedures(found: BoardFound): Fields<BoardProcedure>[] {
  const ids = [...new Set(catalogue.map(({ id }) => id))].filter((id) => found.groups.some(({ procedure }) => procedure === id));
  return ids.map((id) => procedureView(id, found));
}

export function freshness(ends: readonly EndsCount[]): Fields<Board['forecasts']> {
  const whole = ends.filter((row) => row.whole && row.group_key === null);
  const [oldest] = whole.flatMap(({ computed_at }) => (computed_at === null ? [] : [Date.parse(computed_at)])).sort((a, b) => a - b);
  const stale = whole.reduce((all, row) => all + row.stale, 0);
  return { ...(oldest !== undefined && { computedAt: new Date(oldest).toISOString() }), stale };
}

function procedureView(id: string, { counts, ends, groups }: BoardFound): Fields<BoardProcedure> {
  const views = groups
    .filter(({ procedure }) => procedure === id)
    .map((group) =>
      groupView(
        group,
        counts.filter(({ group_key }) => group_key === group.key),
        ends.filter(({ group_key }) => group_key === group.key),
      ),
    );
  const listed = views.every((group) => group.listed);
  const whole = ends.find((row) => row.procedure === id && row.whole && row.group_key === null);
  return {
    id,
    label: catalogue.findLast((one) => one.id === id)?.label ?? id,
    listed,
    ...sumOfFigures(views, stagesOf(id)),
    ends: sumOfEnds(views, whole, listed),
    ...(id === 'directors-year' && { aim: { ...directorsAim, ...reached(views, counts) } }),
    groups: views,
  };
}

function groupView(group: FoundGroup, counts: readonly StandingCount[], ends: readonly EndsCount[]): Fields<BoardGroup> {
  const { kind, id } = groupName(group.key);
  const listed = counts.every((one) => one.listed);
  const isClosed = counts.every(({ stage }) => stage === null);
  const figures: Omit<BoardFigures, 'ends'> = figuresOf(counts, stagesOf(group.procedure), listed);
  const closed = sum(counts.filter(({ stage }) => stage === null));
  return {
    key: group.key,
    kind,
    id,
    title: group.title,
    over: isClosed && group.over !== false,
    listed,
    ...figures,
    ends: endsOf(ends, { listed, closed }),
  };
}

/** Against the aim. A sum that would give a single hidden wave away is hidden with it. */
function reached(views: readonly Fields<BoardGroup>[], counts: readonly StandingCount[]): { started?: number; closed?: number } {
  const waves = views.map(({ key, listed }) => ({ listed, rows: counts.filter(({ group_key }) => group_key === key) }));
  const rows = waves.flatMap((wave) => wave.rows);
  const started = shownSum(
    views.map(({ people }) => people),
    sum(rows),
  );
  const closed = shownSum(
    waves.map((wave) => shownClosed(wave.rows, stagesOf('directors-year'), wave.listed)),
    sum(rows.filter(({ stage }) => stage === null)),
  );
  return { ...(started !== undefined && { started }), ...(closed !== undefined && { closed }) };
}

/** Stages of every revision of a procedure, in the order of the story; the latest revision gives the words. */
function stagesOf(id: string): Stage[] {
  const stages = catalogue.filter((one) => one.id === id).flatMap((one) => Object.values(one.stages));
  return [...new Map(stages.map((stage) => [stage.id, stage])).values()];
}
