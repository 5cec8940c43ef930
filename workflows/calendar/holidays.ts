import { type CivilDate, civilDateOf, type DayNumber, dayNumber, dayNumberOf, weekdayOf, yearMonthDay } from './civil-date.js';

/** Where the service in charge has its office: it decides which local holidays apply. */
export type Zone = 'metropole' | 'alsace-moselle' | 'guadeloupe' | 'martinique' | 'guyane' | 'reunion' | 'mayotte';

/** `easter` is the number of days after Easter Sunday; otherwise the month and day. */
type Rule = { readonly label: string } & ({ readonly easter: number } | { readonly month: number; readonly day: number });

/** The eleven legal holidays. Source: code du travail, L3133-1. Whit Monday stays one, the day of solidarity notwithstanding. */
const NATIONAL: readonly Rule[] = [
  { month: 1, day: 1, label: 'Jour de l’An' },
  { easter: 1, label: 'Lundi de Pâques' },
  { month: 5, day: 1, label: 'Fête du Travail' },
  { month: 5, day: 8, label: 'Victoire 1945' },
  { easter: 39, label: 'Ascension' },
  { easter: 50, label: 'Lundi de Pentecôte' },
  { month: 7, day: 14, label: 'Fête nationale' },
  { month: 8, day: 15, label: 'Assomption' },
  { month: 11, day: 1, label: 'Toussaint' },
  { month: 11, day: 11, label: 'Armistice 1918' },
  { month: 12, day: 25, label: 'Noël' },
];

const abolition = (month: number, day: number): Rule[] => [{ month, day, label: 'Abolition de l’esclavage' }];

/** Sources: code du travail, L3134-13 (Alsace-Moselle) and L3422-2 (overseas). Customary days are left out. */
const LOCAL: Readonly<Record<Zone, readonly Rule[]>> = {
  metropole: [],
  'alsace-moselle': [
    { easter: -2, label: 'Vendredi saint' },
    { month: 12, day: 26, label: 'Saint-Étienne' },
  ],
  guadeloupe: abolition(5, 27),
  martinique: abolition(5, 22),
  guyane: abolition(6, 10),
  reunion: abolition(12, 20),
  mayotte: abolition(4, 27),
};

/** Public holidays of a year in a zone, in date order. Two may share a date: Ascension fell on 1 May in 2008. */
export function holidays(year: number, zone: Zone): { date: CivilDate; label: string }[] {
  return dated(year, zone).map(({ on, label }) => ({ date: civilDateOf(on), label }));
}

/** Whether the day is a public holiday in the zone, whatever its weekday. */
export function isHoliday(d: CivilDate, zone: Zone): boolean {
  return isHolidayNumber(dayNumber(d), zone);
}

/** Jour ouvré: Monday to Friday, no public holiday. Bridges are working days. */
export function isWorkingDay(d: CivilDate, zone: Zone): boolean {
  return isWorkingDayNumber(dayNumber(d), zone);
}

/** Jour ouvrable: Monday to Saturday, no public holiday. */
export function isBusinessDay(d: CivilDate, zone: Zone): boolean {
  return isBusinessDayNumber(dayNumber(d), zone);
}

/** The nth working day after the date (not counted), or before it when `n` is negative. Zero gives the date itself. */
export function addWorkingDays(d: CivilDate, n: number, zone: Zone): CivilDate {
  if (!Number.isInteger(n)) throw new RangeError(`A whole number of working days, not ${n}`);
  const step = Math.sign(n);
  let day = dayNumber(d);
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (isWorkingDayNumber(day, zone)) left--;
  }
  return civilDateOf(day);
}

/** As `isWorkingDay`, for a day number. */
export function isWorkingDayNumber(n: DayNumber, zone: Zone): boolean {
  return weekdayOf(n) <= 5 && !isHolidayNumber(n, zone);
}

/** As `isBusinessDay`, for a day number. */
export function isBusinessDayNumber(n: DayNumber, zone: Zone): boolean {
  return weekdayOf(n) <= 6 && !isHolidayNumber(n, zone);
}

interface YearOfHolidays {
  readonly first: DayNumber;
  /** 1 on the index (day of year, from 0) of a holiday. */
  readonly flags: Uint8Array;
}

/** A cache of a pure function: it never changes an answer. */
const years = new Map<Zone, Map<number, YearOfHolidays>>();

function isHolidayNumber(n: DayNumber, zone: Zone): boolean {
  const { first, flags } = yearOfHolidays(yearMonthDay(n).year, zone);
  return flags[n - first] === 1;
}

function yearOfHolidays(year: number, zone: Zone): YearOfHolidays {
  const known = years.get(zone)?.get(year);
  if (known) return known;
  const first = dayNumberOf(year, 1, 1);
  const flags = new Uint8Array(366);
  for (const { on } of dated(year, zone)) flags[on - first] = 1;
  const computed = { first, flags };
  const ofZone = years.get(zone) ?? new Map<number, YearOfHolidays>();
  years.set(zone, ofZone.set(year, computed));
  return computed;
}

function dated(year: number, zone: Zone): { on: DayNumber; label: string }[] {
  const easter = easterSunday(year);
  return [...NATIONAL, ...LOCAL[zone]]
    .map((rule) => ({ on: 'easter' in rule ? easter + rule.easter : dayNumberOf(year, rule.month, rule.day), label: rule.label }))
    .sort((a, b) => a.on - b.on);
}

/** Gregorian Easter: the anonymous algorithm (Meeus, Jones, Butcher). The letters are those of the published form. */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumberOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
