import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { type FigureKey, journeyKeys, moneyKeys } from './figure-keys.js';
import { withRows } from './figure-rows.js';

export interface Total {
  call_id: string;
  figure: FigureKey;
  total: number;
  rows: number;
  cases: number;
}

export interface EffectTotal {
  call_id: string;
  kind: string;
  effect_unit: string;
  /** Absent for what was promised. */
  months: number | null;
  total: number;
  mean: number;
  effects: number;
  promised_total: number;
  promised_mean: number;
  first_at: Date;
  last_at: Date;
}

export interface CaseTotal {
  call_id: string;
  procedure: string;
  revision: string;
  /** Of a case that runs; of one that is closed only its outcome counts. */
  stage: string | null;
  outcome: string | null;
  cases: number;
}

/** What the database adds up, for several calls at once. */
@Injectable()
export class FigureTotals {
  constructor(private readonly prisma: PrismaService) {}

  async totals(viewer: Viewer, callIds: readonly string[]): Promise<Total[]> {
    return this.prisma.$queryRaw<Total[]>`
      ${withRows(viewer, callIds, [...moneyKeys, ...journeyKeys, 'trainingCost', 'agentsTrained'])}
      SELECT call_id::text, figure, sum(value)::float8 AS total, count(*)::int AS rows, count(DISTINCT case_ref)::int AS cases
      FROM figure_rows GROUP BY call_id, figure`;
  }

  async effects(viewer: Viewer, callIds: readonly string[]): Promise<EffectTotal[]> {
    return this.prisma.$queryRaw<EffectTotal[]>`
      ${withRows(viewer, callIds, ['promised', 'measured'])}
      SELECT r.call_id::text, r.kind, r.effect_unit, r.months, sum(r.value)::float8 AS total, avg(r.value)::float8 AS mean,
        count(*)::int AS effects, min(r.at) AS first_at, max(r.at) AS last_at,
        sum(p.gain)::float8 AS promised_total, avg(p.gain)::float8 AS promised_mean
      FROM figure_rows r JOIN gain p ON p.part = 'promised' AND p.ref = r.case_ref AND p.n = r.n
      GROUP BY r.call_id, r.kind, r.effect_unit, r.months ORDER BY r.kind, r.effect_unit, r.months NULLS FIRST`;
  }

  async promisedTraining(viewer: Viewer, callIds: readonly string[]): Promise<{ call_id: string; cases: number }[]> {
    return this.prisma.$queryRaw<{ call_id: string; cases: number }[]>`
      ${withRows(viewer, callIds, ['promised'])}
      SELECT call_id::text, count(DISTINCT case_ref)::int AS cases FROM figure_rows WHERE kind = 'agentsTrained' GROUP BY call_id`;
  }

  async cases(viewer: Viewer, callIds: readonly string[]): Promise<CaseTotal[]> {
    return this.prisma.$queryRaw<CaseTotal[]>`
      ${withRows(viewer, callIds, ['cases'])}
      SELECT s.call_id::text, s.procedure, s.revision, CASE WHEN s.status <> 'closed' THEN s.stage END AS stage, s.outcome,
        count(*)::int AS cases
      FROM figure_rows r JOIN scoped s ON s.ref = r.case_ref GROUP BY 1, 2, 3, 4, 5 ORDER BY min(s.opened_at)`;
  }
}
