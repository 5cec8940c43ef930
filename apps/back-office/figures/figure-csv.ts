import { isoParis } from '#workflows/calendar/paris-time.js';
import { type Cell, csv, forSpreadsheets } from '../csv/csv.js';
import type { FigureUnit } from './figure-keys.js';
import type { FigureRow } from './figures.dto.js';

const headings = [
  'Référence',
  'Projet',
  'Organisme',
  'Écriture n°',
  'Date (Paris)',
  'Objet',
  'Valeur de départ',
  'Valeur',
  'Unité',
  'Preuves',
];

/** Rows of a figure for a spreadsheet: amounts in euros, decimals after a comma, each file by its name and address. */
export function figureCsv(rows: readonly FigureRow[], { unit, baseUrl }: { unit: FigureUnit; baseUrl: string }, effectUnit = ''): string {
  const unitName = { cents: 'euros', cases: 'dossiers', agents: 'agents', effect: effectUnit }[unit];
  const value = (one: number) => number(unit === 'cents' ? one / 100 : one, unit === 'cents' ? 2 : undefined);
  const cells = rows.map(
    ({ ref, title, bodyName = '', seq, at, about = '', baseline, value: counted, evidence, evidenceCases }): Cell[] => [
      ref,
      title,
      bodyName,
      number(seq),
      isoParis(Date.parse(at)).slice(0, 19).replace('T', ' '),
      about,
      baseline === undefined ? '' : number(baseline),
      value(counted),
      unitName,
      [
        ...evidence.map(({ id, filename }) => `${filename} ${new URL(`/api/documents/${id}/content`, baseUrl).href}`),
        ...evidenceCases.map(({ ref: shown }) => `dossier ${shown}`),
      ].join('\n'),
    ],
  );
  return csv([headings, ...cells], forSpreadsheets);
}

const number = (value: number, decimals?: number): Cell => ({
  number: (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('.', ','),
});
