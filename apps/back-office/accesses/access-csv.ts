import { isoParis } from '#workflows/calendar/paris-time.js';
import { csv, forSpreadsheets } from '../csv/csv.js';
import type { AccessRow } from './accesses.dto.js';

const headings = [
  'Date (Paris)',
  'Personne',
  'Identifiant',
  'Rôles',
  'Dossier',
  'Accès n°',
  'Lu',
  'Élément',
  'Exceptionnel',
  'Motif',
  'Requête',
  'Empreinte',
];

/** Reads for a spreadsheet, the latest first. */
export const accessCsv = (rows: readonly AccessRow[]): string =>
  csv(
    [
      headings,
      ...rows.map(({ at, person, roles, ref, seq, what, object = '', exceptional, remark = '', requestId, hash }) => [
        isoParis(Date.parse(at)).slice(0, 19).replace('T', ' '),
        person.name,
        person.id,
        roles.join(', '),
        ref,
        { number: String(seq) },
        what,
        object,
        exceptional ? 'oui' : 'non',
        remark,
        requestId,
        hash,
      ]),
    ],
    forSpreadsheets,
  );
