import { isoParis } from '#workflows/calendar/paris-time.js';
import { csv, forSpreadsheets } from '../csv/csv.js';
import type { BoardCase } from './board-cases.dto.js';

const headings = [
  'Référence',
  'Personne',
  'Organisme',
  'Dossier',
  'Groupe',
  'Procédure',
  'Étape',
  'Situation',
  'En retard',
  'Bloqué',
  'Sans signe depuis',
  'Issue',
  'En attente de',
  'Prochaine date',
  'Fin prévue',
  'Ouvert le',
];

const yes = (is: boolean) => (is ? 'oui' : 'non');

/** Cases of the board for a spreadsheet; days as `2026-11-24`, which every spreadsheet sorts. */
export const boardCsv = (rows: readonly BoardCase[]): string =>
  csv(
    [
      headings,
      ...rows.map((row) => [
        row.ref,
        row.personName,
        row.bodyName ?? '',
        row.title,
        row.groupTitle,
        row.procedureLabel,
        row.stageLabel,
        row.placeLabel,
        yes(row.late),
        yes(row.stuck),
        row.silentSince ?? '',
        row.outcomeLabel ?? '',
        row.waits[0]?.who ?? '',
        row.nextDay ?? '',
        row.endsOn ?? '',
        isoParis(Date.parse(row.openedAt)).slice(0, 10),
      ]),
    ],
    forSpreadsheets,
  );
