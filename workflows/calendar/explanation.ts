import { type CivilDate, addDays, civilDateOf, daysBetween, dayNumber, weekday } from './civil-date.js';
import { endOf } from './counting.js';
import { frenchDay, frenchDayCount, frenchTerm } from './french.js';
import { holidays, isWorkingDay, type Zone } from './holidays.js';
import { type Deadline, type Extension } from './sum.js';
import { type Term, type Unit } from './term.js';

const COLON = '\u00A0:';
const SEMICOLON = '\u202F;';

/** How each unit is counted, said once in the rule. */
const COUNTING: Readonly<Record<Unit, string>> = {
  days: 'tous les jours comptent',
  months: 'de date à date',
  workingDays: 'du lundi au vendredi, hors jours fériés',
  businessDays: 'du lundi au samedi, hors jours fériés',
};

const OF_ZONE: Readonly<Record<Zone, string>> = {
  metropole: '',
  'alsace-moselle': ' d’Alsace-Moselle',
  guadeloupe: ' de la Guadeloupe',
  martinique: ' de la Martinique',
  guyane: ' de la Guyane',
  reunion: ' de La Réunion',
  mayotte: ' de Mayotte',
};

/**
 * The sum in sentences a person can redo by hand: departure, rule, extensions, suspensions, roll-over, result. Each step
 * of a sum of days or months gives the date reached so far; holidays skipped by a count of working days are named.
 */
export function explainInFrench(d: Deadline): string[] {
  const result = `Dernier jour${COLON} ${frenchDay(d.lastDay)}, minuit (heure de Paris)`;
  if (d.term.n === 0 && !d.term.clear && d.extensions.length === 0) {
    const report = d.lastDay === d.unrolledDay ? [] : rolledOver(d);
    return [`Date fixée${COLON} ${frenchDay(d.from)}${article(d.term.basis)}.`, ...report, result];
  }
  return [
    `Départ${COLON} ${frenchDay(d.from)}${SEMICOLON} ce jour ne compte pas.`,
    rule(d),
    ...d.extensions.map((extension, i) => extended(d, extension, i)),
    ...(d.term.clear
      ? [`Délai franc${COLON} le jour de l’échéance ne compte pas, un jour s’ajoute${reached(d, d.extensions.length, true)}.`]
      : []),
    ...suspended(d),
    ...skippedHolidays(d),
    ...rolledOver(d),
    result,
  ];
}

function rule(d: Deadline): string {
  const { unit, basis } = d.term;
  const zone = unit === 'workingDays' || unit === 'businessDays' ? OF_ZONE[d.zone] : '';
  return `Règle${COLON} ${frenchTerm(d.term)}${article(basis)}, ${COUNTING[unit]}${zone}${reached(d, 0, false)}.`;
}

function extended(d: Deadline, { term, by, reason }: Extension, i: number): string {
  return `Prolongation${COLON} ${frenchTerm(term)}${by ? `, par ${by}` : ''}, ${reason}${article(term.basis)}${reached(d, i + 1, false)}.`;
}

function suspended(d: Deadline): string[] {
  let before = 0;
  return d.suspensions.map(({ from, until, cause, basis, days }) => {
    const why = `Suspension${COLON} ${cause}${article(basis)}`;
    if (until === null) {
      return `${why}, depuis le ${frenchDay(from)}, toujours en cours${SEMICOLON} la date ci-dessous suppose une reprise immédiate.`;
    }
    const length = daysBetween(from, until);
    const range = `${why}, du ${frenchDay(from)} au ${frenchDay(addDays(until, -1))} inclus`;
    if (length <= 0) return `${why}, levée le jour même, le ${frenchDay(from)}, sans effet.`;
    if (from > d.unrolledDay) return `${range}, sans effet${COLON} le délai était écoulé.`;
    before += days;
    const part = days < length ? ' de plus, les autres étant déjà suspendus' : '';
    const date = isCalendar(d)
      ? `, soit ${frenchDay(addDays(nominalDay(d, d.extensions.length, true), before))}`
      : ', pendant lesquels rien n’est compté';
    return `${range}, ${frenchDayCount(days)}${part}${date}.`;
  });
}

/** Public holidays a person counting working days must skip; those that fall inside a suspension are skipped already. */
function skippedHolidays(d: Deadline): string[] {
  if (isCalendar(d)) return [];
  const lastCounted = termsOf(d).some(({ unit }) => unit === 'businessDays') ? 6 : 5;
  const skipped = yearsOf(d)
    .flatMap((year) => holidays(year, d.zone))
    .filter(({ date }) => date > d.from && date <= d.unrolledDay && weekday(date) <= lastCounted && !isSuspended(d, date));
  return skipped.length === 0
    ? []
    : [`Jours fériés non comptés${COLON} ${skipped.map(({ date, label }) => `${frenchDay(date)} (${label})`).join(', ')}.`];
}

function rolledOver(d: Deadline): string[] {
  if (d.lastDay !== d.unrolledDay) {
    return [
      `Report${COLON} ${whyNotWorked(d, d.unrolledDay)}${SEMICOLON} le délai court jusqu’au premier jour ouvré suivant, ${frenchDay(d.lastDay)}.`,
    ];
  }
  if (isWorkingDay(d.lastDay, d.zone)) return [];
  return [`Pas de report${COLON} ${whyNotWorked(d, d.lastDay)}, mais ce délai expire même un samedi, un dimanche ou un jour férié.`];
}

function whyNotWorked(d: Deadline, day: CivilDate): string {
  const holiday = holidays(Number(day.slice(0, 4)), d.zone).find(({ date }) => date === day);
  return `le ${frenchDay(day)} ${holiday ? `est férié (${holiday.label})` : 'n’est pas un jour ouvré'}`;
}

/** `, soit vendredi 5 avril 2024`: the date reached with the first extensions and no suspension. Only a sum of calendar terms has steps. */
function reached(d: Deadline, extensions: number, clear: boolean): string {
  return isCalendar(d) ? `, soit ${frenchDay(nominalDay(d, extensions, clear))}` : '';
}

function nominalDay(d: Deadline, extensions: number, clear: boolean): CivilDate {
  const term = { ...d.term, clear: clear && d.term.clear === true };
  return civilDateOf(endOf(dayNumber(d.from), term, d.extensions.slice(0, extensions), [], d.zone));
}

function termsOf(d: Deadline): Term[] {
  return [d.term, ...d.extensions.map(({ term }) => term)];
}

function isCalendar(d: Deadline): boolean {
  return termsOf(d).every(({ unit }) => unit === 'days' || unit === 'months');
}

function isSuspended(d: Deadline, day: CivilDate): boolean {
  return d.suspensions.some(({ from, until }) => until !== null && from <= day && day < until);
}

function yearsOf(d: Deadline): number[] {
  const first = Number(d.from.slice(0, 4));
  return Array.from({ length: Number(d.unrolledDay.slice(0, 4)) - first + 1 }, (_, i) => first + i);
}

function article(basis: string | undefined): string {
  return basis ? ` (${basis})` : '';
}
