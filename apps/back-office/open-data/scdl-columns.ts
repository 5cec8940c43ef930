/**
 * Columns of the table « subventions » of the Socle commun des données locales, version 2.1.1, in the order that the schema fixes.
 * Source: schema.data.gouv.fr, scdl/subventions; décret n° 2017-779 and arrêté of 17 November 2017 say what must be told.
 */
export const scdlColumns = [
  'nomAttribuant',
  'idAttribuant',
  'dateConvention',
  'referenceDecision',
  'nomBeneficiaire',
  'idBeneficiaire',
  'rnaBeneficiaire',
  'objet',
  'montant',
  'nature',
  'conditionsVersement',
  'datesPeriodeVersement',
  'idRAE',
  'notificationUE',
  'pourcentageSubvention',
  'dispositifAide',
] as const;

export type ScdlColumn = (typeof scdlColumns)[number];
/** One grant as the file tells it; an empty text is a missing value. */
export type ScdlRow = Readonly<Record<ScdlColumn, string>>;
