import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { effectLabel, howOf } from './call-figures.js';
import { FigureEvidence } from './figure-evidence.js';
import { type FigureKey, figureWords, isFigureKey } from './figure-keys.js';
import { withRows } from './figure-rows.js';
import type { FigurePage, FigureRow, FigureRowsQuery } from './figures.dto.js';
import { type CallWithFund, ReadableCalls } from './readable-calls.js';

const { sql, join } = Prisma;

interface StoredRow {
  case_ref: string;
  title: string;
  body_name: string | null;
  seq: number;
  at: Date;
  value: number;
  about: string | null;
  baseline: number | null;
  evidence: string[];
  sort_value: string;
  row_id: string;
}

const newest: SortKey = { expression: sql`r.at`, type: 'timestamptz' };
/** Makes the order total: a case may measure several things at the same instant. */
const rowId = sql`(r.case_ref || '/' || lpad(r.seq::text, 9, '0'))`;

/** The rows behind one total. */
@Injectable()
export class FigurePageService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly calls: ReadableCalls,
    private readonly evidence: FigureEvidence,
  ) {}

  async page(viewer: Viewer, callId: string, key: string, query: FigureRowsQuery): Promise<Fields<FigurePage>> {
    if (!isFigureKey(key)) throw notFound();
    requireOneEffect(key, query);
    const call = await this.calls.one(viewer, callId);
    const { limit = 25, cursor } = query;
    const [rows, totals] = await Promise.all([
      this.rows(
        viewer,
        call,
        key,
        query,
        sql`AND ${after(newest, rowId, 'desc', cursor)} ${inOrder(newest, rowId, 'desc')} LIMIT ${limit + 1}`,
      ),
      this.prisma.$queryRaw<{ sum: number; mean: number; count: number }[]>`
        ${withRows(viewer, [call.id], [key])}
        SELECT COALESCE(sum(r.value), 0)::float8 AS sum, COALESCE(avg(r.value), 0)::float8 AS mean, count(*)::int AS count
        FROM figure_rows r JOIN scoped s ON s.ref = r.case_ref WHERE ${chosen(query)}`,
    ]);
    const { shown, ...rest } = page(rows, limit, ({ row_id }) => row_id);
    const { sum = 0, mean = 0, count = 0 } = totals[0] ?? {};
    const how = query.kind !== undefined && query.unit !== undefined ? howOf(query.kind, query.unit) : 'sum';
    const startCents = key === 'left' ? Number(call.envelopeCents) : undefined;
    return {
      figure: key,
      callTitle: call.title,
      ...words(key, query),
      how,
      ...(startCents !== undefined && { startCents }),
      total: (startCents ?? 0) + (how === 'mean' ? mean : sum),
      count,
      items: await this.shown(viewer, key, shown),
      ...rest,
    };
  }

  /** Every row, oldest first, for a spreadsheet. */
  async all(viewer: Viewer, callId: string, key: string, query: FigureRowsQuery) {
    if (!isFigureKey(key)) throw notFound();
    requireOneEffect(key, query);
    const call = await this.calls.one(viewer, callId);
    const rows = await this.rows(viewer, call, key, query, inOrder(newest, rowId, 'asc'));
    return { figure: key, call, ...words(key, query), items: await this.shown(viewer, key, rows) };
  }

  private rows(viewer: Viewer, call: CallWithFund, key: FigureKey, query: FigureRowsQuery, rest: Prisma.Sql): Promise<StoredRow[]> {
    return this.prisma.$queryRaw<StoredRow[]>`
      ${withRows(viewer, [call.id], [key])}
      SELECT r.case_ref, s.title, s.body_name, r.seq, r.at, r.value::float8 AS value, r.about, r.baseline, r.evidence,
        r.at::text AS sort_value, ${rowId} AS row_id
      FROM figure_rows r JOIN scoped s ON s.ref = r.case_ref WHERE ${chosen(query)} ${rest}`;
  }

  private async shown(viewer: Viewer, key: FigureKey, rows: readonly StoredRow[]): Promise<FigureRow[]> {
    const [evidence, evidenceCases] = await Promise.all([this.evidence.of(key, rows), this.evidence.casesOf(viewer, rows)]);
    return rows.map(({ case_ref, title, body_name, seq, at, value, about, baseline }, index) => ({
      ref: case_ref,
      title,
      ...(body_name !== null && { bodyName: body_name }),
      seq,
      at: at.toISOString(),
      value,
      ...(about !== null && { about }),
      ...(baseline !== null && { baseline }),
      evidence: evidence[index] ?? [],
      evidenceCases: evidenceCases[index] ?? [],
    }));
  }
}

/** Effects of several kinds or units, or measured after different times, have no sum. */
function requireOneEffect(key: FigureKey, { kind, unit, months }: FigureRowsQuery): void {
  if (key !== 'promised' && key !== 'measured') return;
  const fields = {
    ...(kind === undefined && { kind: 'Indiquez la nature de l’effet.' }),
    ...(unit === undefined && { unit: 'Indiquez l’unité de l’effet.' }),
    ...(key === 'measured' && months === undefined && { months: 'Indiquez l’échéance, en mois.' }),
  };
  if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
}

const chosen = ({ kind, unit, months, month, stage, outcome }: FigureRowsQuery): Prisma.Sql =>
  join(
    [
      sql`TRUE`,
      ...(kind === undefined ? [] : [sql`r.kind = ${kind}`]),
      ...(unit === undefined ? [] : [sql`r.effect_unit = ${unit}`]),
      ...(months === undefined ? [] : [sql`r.months = ${months}`]),
      ...(month === undefined ? [] : [sql`to_char(r.at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') = ${month}`]),
      ...(stage === undefined ? [] : [sql`s.status <> 'closed' AND s.stage = ${stage}`]),
      ...(outcome === undefined ? [] : [sql`s.outcome = ${outcome}`]),
    ],
    ' AND ',
  );

function words(key: FigureKey, { kind, unit, months }: FigureRowsQuery) {
  const { label, definition, unit: counted } = figureWords[key];
  const about = kind === undefined ? '' : `\u00a0: ${effectLabel(kind)}${unit === undefined ? '' : ` (${unit})`}`;
  const when = months === undefined ? '' : months === 0 ? ', pendant le projet' : `, à ${months} mois`;
  return { label: `${label}${when}${about}`, definition, unit: counted };
}
