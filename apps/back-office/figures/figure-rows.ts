import { Prisma } from '#prisma/generated/client.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import type { FigureKey } from './figure-keys.js';

type Sql = Prisma.Sql;
const { sql, join, empty } = Prisma;

/*
 * The one place that says what each figure counts. A total is the sum of the rows of `figure_rows`, and the page behind it lists those
 * same rows: they cannot differ.
 *
 * `measure.value` is a double. Cents are whole numbers, exact there below 2^53 (90 thousand billion euros); they are summed as bigint.
 */

/** Columns of every relation below, in this order. From `n` on they are for effects only. */
const columns = sql`call_id, case_ref, seq, at, value, evidence, n, kind, about, effect_unit, months, baseline`;
const noEffect = sql`NULL::bigint, NULL::text, NULL::text, NULL::text, NULL::int, NULL::float8`;
const effectColumns = sql`call_id, ref, seq, at, gain, evidence, n, kind, indicator, unit, months, baseline`;

const measured = (indicator: string, sign: Sql = empty) => sql`
  SELECT s.call_id, s.ref, m.seq, m.at, (${sign} m.value)::bigint::numeric, m.evidence, ${noEffect}
  FROM scoped s JOIN measure m ON m.case_ref = s.ref AND m.indicator = ${indicator}`;

/** Said again, it takes the place of what was said before. */
const lastMeasured = (indicator: string) => sql`
  SELECT DISTINCT ON (s.ref) s.call_id, s.ref, m.seq, m.at, m.value::bigint::numeric, m.evidence, ${noEffect}
  FROM scoped s JOIN measure m ON m.case_ref = s.ref AND m.indicator = ${indicator} ORDER BY s.ref, m.seq DESC`;

/** What a journey that the grant pays for told it; its reference is the evidence. Of each journey only the last of these says where it is. */
const lastNews = (indicators: Sql) => sql`
  SELECT call_id, ref, seq, at, value, evidence, ${noEffect} FROM (
    SELECT DISTINCT ON (s.ref, m.evidence[1]) s.call_id, s.ref, m.seq, m.at, m.value::bigint::numeric, m.evidence
    FROM scoped s JOIN measure m ON m.case_ref = s.ref AND ${indicators} ORDER BY s.ref, m.evidence[1], m.seq DESC) AS news
  WHERE value = 1`;

const effect = (condition: Sql) => sql`SELECT ${effectColumns} FROM gain WHERE ${condition}`;

/** What a case costs once the agents it trained are counted. */
const ofTrainingCases = (rows: Sql) => sql`
  SELECT x.* FROM (${rows}) AS x(${columns}) WHERE x.case_ref IN (SELECT g.ref FROM last_gain g WHERE g.kind = 'agentsTrained')`;

const relations: Readonly<Record<FigureKey, Sql>> = {
  requested: sql`SELECT call_id, ref, 1, opened_at, COALESCE(amount_cents, 0)::numeric, '{}'::text[], ${noEffect} FROM scoped`,
  proposed: lastMeasured('proposed'),
  awarded: measured('awarded'),
  committed: measured('committed'),
  paid: measured('paid'),
  clawedBack: measured('clawedBack'),
  released: measured('released'),
  left: sql`${measured('awarded', sql`-`)} UNION ALL ${measured('released')}`,
  trainingCost: ofTrainingCases(sql`${measured('paid')} UNION ALL ${measured('clawedBack', sql`-`)}`),
  agentsTrained: sql`SELECT ${effectColumns} FROM last_gain WHERE kind = 'agentsTrained'`,
  promised: effect(sql`part = 'promised'`),
  measured: effect(sql`months IS NOT NULL`),
  journeysStarted: measured('funded/started'),
  journeysCompleted: measured('funded/completed'),
  journeysEndedOtherwise: sql`${measured('funded/failed')} UNION ALL ${measured('funded/left')}`,
  journeysInPost: lastNews(sql`(m.indicator = 'funded/assigned' OR m.indicator LIKE 'funded/inPost/%')`),
  cases: sql`SELECT call_id, ref, 1, opened_at, 1::numeric, '{}'::text[], ${noEffect} FROM scoped`,
};

/**
 * Cases of the calls that the viewer may count, and the effects that they promised. A committee's sessions bear the call too, and are none
 * of its cases. The kind and the unit of an effect stand in what
 * was filed, which is entry 1 of the journal and nowhere else; that entry is found by its key, and never changes.
 *
 * `kept`: of a promise and of its baseline the first that was said, whatever came later; of a measure at a milestone the last.
 * `gain`: the distance from the baseline, of the promise and of each measure of it.
 */
const sources = (viewer: Viewer, callIds: readonly string[]): Sql => sql`
  scoped AS MATERIALIZED (
    SELECT c.ref, c.call_id, c.title, c.body_name, c.procedure, c.revision, c.stage, c.status, c.outcome, c.opened_at, c.amount_cents
    FROM case_file c JOIN call l ON l.id = c.call_id AND l.procedure = c.procedure
    WHERE c.call_id = ANY (${callIds}::uuid[]) AND ${visibleCases(viewer, 'read figures')}),
  effect AS (
    SELECT s.call_id, s.ref, e.n, e.told ->> 'kind' AS kind, e.told ->> 'indicator' AS indicator, e.told ->> 'unit' AS unit
    FROM scoped s JOIN journal j ON j.case_ref = s.ref AND j.seq = 1
    CROSS JOIN LATERAL jsonb_path_query_array(j.entry, '$.input.application.effects.promised[*]') AS p(list)
    CROSS JOIN LATERAL jsonb_array_elements(p.list) WITH ORDINALITY AS e(told, n)),
  kept AS (
    SELECT DISTINCT ON (e.ref, e.n, part) e.*, split_part(m.indicator, '/', 3) AS part, m.seq, m.at, m.value, m.evidence
    FROM effect e JOIN measure m ON m.case_ref = e.ref AND m.indicator LIKE 'effect/%' AND split_part(m.indicator, '/', 2) = e.n::text
    ORDER BY e.ref, e.n, part, CASE WHEN split_part(m.indicator, '/', 3) IN ('promised', 'baseline') THEN m.seq ELSE -m.seq END),
  gain AS (
    SELECT k.*, k.value::numeric - COALESCE(b.value, 0)::numeric AS gain, COALESCE(b.value, 0) AS baseline,
      substring(k.part FROM '^m([0-9]{1,4})$')::int AS months
    FROM kept k JOIN kept p ON p.ref = k.ref AND p.n = k.n AND p.part = 'promised' LEFT JOIN kept b ON b.ref = k.ref AND b.n = k.n AND b.part = 'baseline' WHERE k.part = 'promised' OR k.part ~ '^m[0-9]{1,4}$'),
  last_gain AS (SELECT DISTINCT ON (ref, n) * FROM gain WHERE months IS NOT NULL ORDER BY ref, n, months DESC)`;

/** `WITH` clause that defines `scoped` and `figure_rows`, the rows of these figures under their key. */
export const withRows = (viewer: Viewer, callIds: readonly string[], figures: readonly FigureKey[]): Sql => {
  const rows = figures.map((figure) => sql`SELECT ${figure} AS figure, x.* FROM (${relations[figure]}) AS x(${columns})`);
  return sql`WITH ${sources(viewer, callIds)}, figure_rows AS (${join(rows, ' UNION ALL ')})`;
};
