import { scdlColumns, type ScdlRow } from './scdl-columns.js';
import { headerViolations, tableViolations, violationsOf } from './scdl-rules.js';

const valid: ScdlRow = {
  nomAttribuant: 'Campus du numérique public',
  idAttribuant: '99900001100018',
  dateConvention: '2026-03-12',
  referenceDecision: 'FTAP-2026-000001',
  nomBeneficiaire: 'Institut Exemple',
  idBeneficiaire: '99900002900010',
  rnaBeneficiaire: '',
  objet: 'Parcours données pour tous',
  montant: '120000.00',
  nature: 'aide en numéraire',
  conditionsVersement: 'échelonné',
  datesPeriodeVersement: '2026-03-12/2027-08-31',
  idRAE: '',
  notificationUE: 'non',
  pourcentageSubvention: '1.00',
  dispositifAide: '',
};

it('finds nothing to say of a grant that keeps every rule', () => {
  expect(violationsOf(valid, 1)).toEqual([]);
});

it.each<[keyof ScdlRow, string, RegExp]>([
  ['nomAttribuant', '', /obligatoire/],
  ['idAttribuant', '999 000 011 00018', /14 chiffres/],
  ['idAttribuant', '99900001100019', /clé de contrôle/],
  ['dateConvention', '', /obligatoire/],
  ['dateConvention', '12/03/2026', /AAAA-MM-JJ/],
  ['dateConvention', '2026-02-29', /existe/],
  ['idBeneficiaire', '1234', /14 chiffres/],
  ['rnaBeneficiaire', 'W12345678', /9 chiffres/],
  ['objet', 'é'.repeat(257), /256 caractères au plus, 257 ici/],
  ['montant', '120000,00', /point/],
  ['montant', '-5', /positif/],
  ['nature', 'argent', /valeurs admises/],
  ['conditionsVersement', 'échelonne', /«\u00a0unique\u00a0», «\u00a0échelonné\u00a0»/],
  ['datesPeriodeVersement', '2026-03-12', /période, quand le versement est échelonné/],
  ['datesPeriodeVersement', '2026-03-12_2027-08-31', /AAAA-MM-JJ\/AAAA-MM-JJ/],
  ['datesPeriodeVersement', '2026-03-12/2026-13-01', /AAAA-MM-JJ/],
  ['datesPeriodeVersement', '2027-03-12/2026-03-12', /finit avant/],
  ['idRAE', '123456', /5 caractères/],
  ['notificationUE', 'true', /oui/],
  ['pourcentageSubvention', '100', /entre 0.01 et 1/],
  ['pourcentageSubvention', '45%', /nombre positif/],
])('%s: « %s » is refused', (column, value, rule) => {
  expect(violationsOf({ ...valid, [column]: value }, 3)).toEqual([{ row: 3, column, rule: expect.stringMatching(rule) }]);
});

it('takes a single date for a single payment, and an association without SIRET by its RNA number', () => {
  expect(violationsOf({ ...valid, conditionsVersement: 'unique', datesPeriodeVersement: '2026-03-12' }, 1)).toEqual([]);
  expect(violationsOf({ ...valid, idBeneficiaire: '', rnaBeneficiaire: 'W123456789' }, 1)).toEqual([]);
  expect(violationsOf({ ...valid, idBeneficiaire: '' }, 1)).toEqual([
    { row: 1, column: 'idBeneficiaire', rule: expect.stringContaining('RNA') },
  ]);
});

it('reports every rule that is broken, not the first', () => {
  expect(violationsOf({ ...valid, montant: '', nature: 'x', notificationUE: '' }, 1).map(({ column }) => column)).toEqual([
    'montant',
    'nature',
    'notificationUE',
  ]);
});

it('wants the schema’s columns, all of them and in its order', () => {
  expect(headerViolations(scdlColumns)).toEqual([]);
  const [first, second, ...rest] = scdlColumns;
  expect(headerViolations([second, first, ...rest]).map(({ row, column }) => [row, column])).toEqual([
    [0, 'nomAttribuant'],
    [0, 'idAttribuant'],
  ]);
  expect(headerViolations(scdlColumns.slice(1))).toHaveLength(16);
  expect(tableViolations(scdlColumns, [scdlColumns.map((column) => valid[column]), scdlColumns.map(() => '')])[0]?.row).toBe(2);
});
