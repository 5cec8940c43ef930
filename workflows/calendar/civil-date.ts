/** A civil date in Europe/Paris, written `YYYY-MM-DD`. Text order is date order, so `<` compares. */
export type CivilDate = string;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Days since 1970-01-01. Inside the calendar every sum is done on day numbers; text stays at the edges. */
export type DayNumber = number;

/** ISO weekday, Monday = 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = dayNumberOf(0, 1, 1);
const LAST_DAY = dayNumberOf(9999, 12, 31);

/** Checks that the text names a day that exists. Throws RangeError otherwise: `2023-02-29`, `2024-1-9`, `9 janvier`. */
export function civilDate(text: string): CivilDate {
  dayNumber(text);
  return text;
}

/** The date `n` calendar days later, or earlier when `n` is negative. */
export function addDays(d: CivilDate, n: number): CivilDate {
  return civilDateOf(dayNumber(d) + n);
}

/** The day of the same number `n` months later, clamped to the end of the month: 31 January + 1 is 28 or 29 February. */
export function addMonths(d: CivilDate, n: number): CivilDate {
  return civilDateOf(addMonthsTo(dayNumber(d), n));
}

/** Calendar days from the first date to the second: `to - from`, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday, Monday = 1. */
export function weekday(d: CivilDate): Weekday {
  return weekdayOf(dayNumber(d));
}

/** Day number of a civil date. Throws RangeError on a date that does not exist. */
export function dayNumber(d: CivilDate): DayNumber {
  if (!PATTERN.test(d)) throw new RangeError(`Not a civil date (YYYY-MM-DD): ${JSON.stringify(d)}`);
  const year = digits(d, 0, 4);
  const month = digits(d, 5, 7);
  const day = digits(d, 8, 10);
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) throw new RangeError(`No such date: ${d}`);
  return dayNumberOf(year, month, day);
}

/** Civil date of a day number, in the years 0000 to 9999. */
export function civilDateOf(n: DayNumber): CivilDate {
  if (!Number.isInteger(n) || n < FIRST_DAY || n > LAST_DAY) throw new RangeError(`Day number out of range: ${n}`);
  const { year, month, day } = yearMonthDay(n);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Day number of a year, month and day of the Gregorian calendar. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  // Years start in March here, so that the leap day is the last one of its year and no month table is needed.
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 719469;
}

/** Year, month and day of a day number. */
export function yearMonthDay(n: DayNumber): YearMonthDay {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 };
}

/** Months added to a day number, clamped to the end of the month. */
export function addMonthsTo(n: DayNumber, months: number): DayNumber {
  const { year, month, day } = yearMonthDay(n);
  const total = year * 12 + month - 1 + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total - toYear * 12 + 1;
  return dayNumberOf(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
}

/** ISO weekday of a day number: day 0 was a Thursday. */
export function weekdayOf(n: DayNumber): Weekday {
  return (((((n + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
