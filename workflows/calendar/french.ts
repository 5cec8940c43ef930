import { type CivilDate, dayNumber, weekdayOf, yearMonthDay } from './civil-date.js';
import { type Term, type Unit } from './term.js';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

const UNITS: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  days: ['jour calendaire', 'jours calendaires'],
  workingDays: ['jour ouvré', 'jours ouvrés'],
  businessDays: ['jour ouvrable', 'jours ouvrables'],
  months: ['mois', 'mois'],
};

/** `9 janvier 2024`, `1er mai 2024`. */
export function frenchDate(d: CivilDate): string {
  const { year, month, day } = yearMonthDay(dayNumber(d));
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}

/** `mardi 9 janvier 2024`. */
export function frenchDay(d: CivilDate): string {
  return `${WEEKDAYS[weekdayOf(dayNumber(d)) - 1]} ${frenchDate(d)}`;
}

/** `10 jours ouvrés`, `1 jour calendaire`, `2 mois`, `2 mois francs`. */
export function frenchTerm(t: Term): string {
  // Zero and one are singular in French.
  const [one, many] = UNITS[t.unit];
  const unit = t.n < 2 ? one : many;
  return `${t.n} ${unit}${t.clear ? (t.n < 2 ? ' franc' : ' francs') : ''}`;
}

/** `17 jours`, `1 jour`. */
export function frenchDayCount(n: number): string {
  return `${n} ${n < 2 ? 'jour' : 'jours'}`;
}
