import { frenchDate } from '#workflows/calendar/deadline.js';
import type { MovedDate } from '#workflows/kit/adoption.js';
import { typeset } from '../typeset.js';
import type { SurveyedCase } from './survey.js';

/** « 312 restent, 41 passent, 2 bloqués ». */
export function totals(cases: readonly SurveyedCase[]): string {
  const count = (verdict: SurveyedCase['verdict']['verdict']) => cases.filter((one) => one.verdict.verdict === verdict).length;
  const said = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`;
  return [
    said(count('stays'), 'reste', 'restent'),
    said(count('moves'), 'passe', 'passent'),
    said(count('blocked'), 'bloqué', 'bloqués'),
  ].join(', ');
}

/** The survey as a person reads it: the totals, why cases stay, which last days change, then each blocked case with its reason. */
export function report(cases: readonly SurveyedCase[]): string {
  const stay = cases.flatMap(({ verdict }) => (verdict.verdict === 'stays' ? [verdict.why] : []));
  const dates = cases.flatMap(({ verdict }) => (verdict.verdict === 'moves' ? verdict.dates : []));
  const unchanged = cases.filter(({ verdict }) => verdict.verdict === 'moves' && verdict.dates.length === 0).length;
  const blocked = cases.flatMap(({ ref, verdict }) => (verdict.verdict === 'blocked' ? [{ ref, ...verdict }] : []));
  const lines = [
    `${totals(cases)}.`,
    ...section('Restent', counted(stay)),
    ...section('Passent, derniers jours recalculés', [
      ...counted(dates.map(({ label }) => label)),
      ...(unchanged > 0 ? [`${unchanged} × aucun dernier jour ne change`] : []),
    ]),
    ...(blocked.length === 0
      ? []
      : ['', ...table([['Bloqué', 'Écriture', 'Pourquoi'], ...blocked.map(({ ref, seq, why }) => [ref, `${seq}`, why])])]),
  ];
  return typeset(lines.join('\n'));
}

/** One line a case, for a spreadsheet: semicolons, a byte order mark, text always quoted. */
export function asCsv(cases: readonly SurveyedCase[]): string {
  const words = { stays: 'reste', moves: 'passe', blocked: 'bloqué' } as const;
  const rows = cases.map(({ ref, verdict }) => [
    ref,
    words[verdict.verdict],
    verdict.verdict === 'blocked' ? `${verdict.seq}` : '',
    verdict.verdict === 'moves' ? '' : verdict.why,
    verdict.verdict === 'moves' ? verdict.dates.map(moved).join(' | ') : '',
  ]);
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  return `\uFEFF${[['reference', 'verdict', 'ecriture', 'pourquoi', 'derniers_jours'], ...rows].map(line).join('\r\n')}\r\n`;
}

const moved = ({ label, from, to }: MovedDate) =>
  typeset(`${label} : ${from === undefined ? 'sans terme' : frenchDate(from)} → ${frenchDate(to)}`);
const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]);

/** « 12 × Vérifier la complétude », the most frequent first. */
function counted(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value, n]) => `${n} × ${value}`);
}

/** Columns of equal width, but for the last. */
function table(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  const [first, second] = [width(0), width(1)];
  return rows.map(([a = '', b = '', c = '']) => `  ${a.padEnd(first)}  ${b.padStart(second)}  ${c}`);
}
