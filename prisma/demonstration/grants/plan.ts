import type { CivilDate } from '#workflows/calendar/civil-date.js';

/** What becomes of an application, beyond the typical course. */
export type Fate =
  | 'goesWell'
  /** Pieces are asked for, and sent. */
  | 'pieces'
  /** Pieces are asked for, and never come. */
  | 'piecesNever'
  | 'withdrawn'
  /** The committee and the authority are against it. */
  | 'refused'
  | 'refusedThenAnnulled'
  | 'refusedInSilence'
  | 'renounced'
  | 'clawedBack'
  | 'moreTime'
  | 'reportLate'
  /** It pays for journeys of reconversion, and runs today. */
  | 'paysForJourneys';

export interface PlannedGrant {
  readonly title: string;
  /** Key of the body that applies. */
  readonly body: string;
  readonly fate: Fate;
  /** Thousands of euros asked for. */
  readonly thousands: number;
  /** How long the project lasts. */
  readonly months: number;
  /** Filed on this day of the year (MM-DD), at this time where it matters; otherwise so many days ago. */
  readonly filed: number | { readonly on: string; readonly time?: `${number}:${number}` };
  /** Member of the committee who stands aside from it, by the place in the committee. */
  readonly asideOf?: number;
  readonly desk?: 'strasbourg';
}

const grant = (
  title: string,
  body: string,
  fate: Fate,
  thousands: number,
  filed: PlannedGrant['filed'],
  months = 12,
  rest: Partial<PlannedGrant> = {},
): PlannedGrant => ({ title, body, fate, thousands, filed, months, ...rest });

/**
 * Twenty-five applications of an earlier year; some are filed on the days on which calendars go wrong. Amounts are log-normal, half of them
 * under 120,000 €: together they are twice the envelope.
 */
export const plannedGrants: readonly PlannedGrant[] = [
  grant('Former aux référentiels de l’accessibilité', 'culture', 'goesWell', 151, 782, 6),
  grant('Prévenir l’hameçonnage dans les services déconcentrés', 'interieur', 'pieces', 120, 768, 8, { asideOf: 1 }),
  grant('Premiers pas avec les données de santé', 'sante', 'goesWell', 129, 754, 6),
  grant('Conduire une enquête auprès des usagers', 'travail', 'withdrawn', 88, 741),
  grant('Cartographier les sols avec les agents de terrain', 'inrae', 'goesWell', 238, { on: '10-27', time: '02:30' }, 9),
  grant('Rédiger un cahier des charges numérique', 'economie', 'refused', 385, 727),
  grant('Lire et partager les données du climat', 'meteo', 'clawedBack', 214, 719, 10, { asideOf: 2 }),
  grant('Outiller les conseillers en insertion', 'france-travail', 'piecesNever', 95, 706),
  grant('Atelier des jeux de données ouverts', 'ign', 'goesWell', 194, { on: '12-31', time: '23:59' }, 12),
  grant('Numérique responsable à Strasbourg', 'cnrs', 'goesWell', 74, { on: '12-20' }, 8, { desk: 'strasbourg' }),
  grant('Audiences dématérialisées\u00a0: accompagner les greffes', 'justice', 'pieces', 164, { on: '01-24' }, 12),
  grant('Rénover la formation des guichets', 'anct', 'renounced', 560, 664),
  grant('Apprendre à acheter un service en ligne', 'armees', 'refusedThenAnnulled', 50, { on: '02-29' }, 9, { asideOf: 0 }),
  grant('Simuler la gestion d’une crise sanitaire', 'sante', 'goesWell', 314, 626, 10),
  grant('Former les inspecteurs aux outils de terrain', 'agriculture', 'moreTime', 81, { on: '03-31', time: '01:45' }, 10),
  grant('Visioconférence\u00a0: bien animer à distance', 'education', 'piecesNever', 50, 598),
  grant('Transmettre les métiers de l’image numérisée', 'bnf', 'reportLate', 67, { on: '05-07' }, 12, { asideOf: 1 }),
  grant('Journées de la mobilité et de la donnée', 'ecologie', 'withdrawn', 140, 566),
  grant('Mesurer l’empreinte des services numériques', 'ademe', 'goesWell', 50, 553, 12),
  grant('Réseaux et diplomatie : formation des postes', 'europe', 'refused', 178, 540),
  grant('Parcours de reconversion vers le produit numérique', 'premier-ministre', 'paysForJourneys', 103, 527, 30),
  grant('Reconvertir des agents en conseillers numériques', 'travail', 'paysForJourneys', 111, 519, 30, { asideOf: 2 }),
  grant('Lutter contre la fraude documentaire', 'france-travail', 'refusedInSilence', 270, 498),
  grant('Encadrer une équipe à distance', 'inrae', 'pieces', 53, 470, 12),
  grant('Dématérialiser sans exclure', 'culture', 'piecesNever', 60, 441),
];

/** The first such day on or after another; a year without a 29 February has its 28th. */
export function dayOfYear(monthAndDay: string, from: CivilDate): CivilDate {
  const [month = '01', day = '01'] = monthAndDay.split('-');
  for (let year = Number(from.slice(0, 4)); ; year++) {
    const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
    const found = `${year}-${month}-${monthAndDay === '02-29' && !isLeap ? '28' : day}`;
    if (found >= from) return found;
  }
}
