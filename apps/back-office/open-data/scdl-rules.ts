import { isSiret } from '#workflows/ftap/siret.js';
import { civilDate } from '#workflows/calendar/civil-date.js';
import { type ScdlColumn, scdlColumns, type ScdlRow } from './scdl-columns.js';

/** What is wrong in a table, and where. `row` counts the grants from 1; 0 is the line of titles. */
export interface Violation {
  readonly row: number;
  readonly column: ScdlColumn;
  /** The rule that is broken, in French. */
  readonly rule: string;
}

type Rule = (value: string, row: ScdlRow) => string | undefined;

const natures = ['aide en numéraire', 'aide en nature', 'aide en numéraire;aide en nature', 'aide en nature;aide en numéraire'];

const matching =
  (pattern: RegExp, rule: string): Rule =>
  (value) =>
    pattern.test(value) ? undefined : rule;
const oneOf =
  (values: readonly string[]): Rule =>
  (value) =>
    values.includes(value) ? undefined : `valeurs admises\u00a0: ${values.map((one) => `«\u00a0${one}\u00a0»`).join(', ')}`;
const atMost =
  (length: number): Rule =>
  (value) =>
    value.length <= length ? undefined : `${length} caractères au plus, ${value.length} ici`;

const siret: Rule = (value) =>
  !/^\d{14}$/.test(value) ? '14 chiffres, sans espace' : isSiret(value) ? undefined : 'la clé de contrôle du SIRET est fausse';
const date: Rule = (value) => (isDate(value) ? undefined : 'une date AAAA-MM-JJ qui existe');
const decimal = matching(/^\d+(\.\d+)?$/, 'un nombre positif, un point avant les décimales');
const share: Rule = (value, row) => {
  const refused = decimal(value, row);
  if (refused !== undefined) return refused;
  return Number(value) >= 0.01 && Number(value) <= 1 ? undefined : 'une part entre 0.01 et 1';
};

const period: Rule = (value, { conditionsVersement }) => {
  const [start = '', end, ...more] = value.split('/');
  if (more.length > 0 || !isDate(start) || (end !== undefined && !isDate(end)))
    return 'une date AAAA-MM-JJ, ou une période AAAA-MM-JJ/AAAA-MM-JJ';
  if (end !== undefined && end < start) return 'la période finit avant de commencer';
  if (end === undefined && conditionsVersement === 'échelonné') return 'une période, quand le versement est échelonné';
  return undefined;
};

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return civilDate(text) === text;
  } catch {
    return false;
  }
}

/** Rules of a value that is there. */
const rules: Readonly<Partial<Record<ScdlColumn, Rule>>> = {
  idAttribuant: siret,
  dateConvention: date,
  idBeneficiaire: siret,
  rnaBeneficiaire: matching(/^W\d{9}$/, 'un W suivi de 9 chiffres'),
  objet: atMost(256),
  montant: decimal,
  nature: oneOf(natures),
  conditionsVersement: oneOf(['unique', 'échelonné']),
  datesPeriodeVersement: period,
  idRAE: atMost(5),
  notificationUE: oneOf(['oui', 'non']),
  pourcentageSubvention: share,
};

const optional: ReadonlySet<ScdlColumn> = new Set(['referenceDecision', 'idBeneficiaire', 'rnaBeneficiaire', 'idRAE', 'dispositifAide']);

/** Every rule that the grant breaks; none: it can be published. `row` is its number in the table. */
export function violationsOf(grant: ScdlRow, row: number): Violation[] {
  const found = scdlColumns.flatMap((column): Violation[] => {
    const value = grant[column];
    if (value === '') return optional.has(column) ? [] : [{ row, column, rule: 'valeur obligatoire' }];
    const rule = rules[column]?.(value, grant);
    return rule === undefined ? [] : [{ row, column, rule }];
  });
  if (grant.idBeneficiaire !== '' || grant.rnaBeneficiaire !== '') return found;
  return [...found, { row, column: 'idBeneficiaire', rule: 'le SIRET ou le numéro RNA du bénéficiaire est obligatoire' }];
}

/** The titles must be the schema's, all of them and in its order. */
export const headerViolations = (titles: readonly string[]): Violation[] =>
  scdlColumns.flatMap((column, index) =>
    titles[index] === column && titles.length === scdlColumns.length
      ? []
      : [{ row: 0, column, rule: `la colonne ${index + 1} sur ${scdlColumns.length} s’appelle ${column}` }],
  );

/** A whole table, its titles first. */
export function tableViolations(titles: readonly string[], lines: readonly (readonly string[])[]): Violation[] {
  const wrong = headerViolations(titles);
  if (wrong.length > 0) return wrong;
  const rowOf = (line: readonly string[]) => Object.fromEntries(scdlColumns.map((column, index) => [column, line[index] ?? ''])) as ScdlRow;
  return lines.flatMap((line, index) => violationsOf(rowOf(line), index + 1));
}
