import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { addDays, civilDateOf, dayNumberOf, weekday } from './civil-date.js';
import { addWorkingDays, holidays, isBusinessDay, isHoliday, isWorkingDay, type Zone } from './holidays.js';

interface Holiday {
  date: string;
  label: string;
}
type Listed = Record<string, Holiday[]>;
const listed = JSON.parse(readFileSync(join(process.cwd(), 'test/domain/holidays-fr-2024-2034.json'), 'utf8')) as {
  metropole: Listed;
  alsaceMoselleExtra: Listed;
  outreMerExtra: Record<string, Record<string, { date: string; label: string }[]>>;
};

const overseas: [Zone, string][] = [
  ['guadeloupe', 'Guadeloupe'],
  ['martinique', 'Martinique'],
  ['guyane', 'Guyane'],
  ['reunion', 'La Réunion'],
  ['mayotte', 'Mayotte'],
];
const expected: { year: string; zone: Zone; national: Holiday[]; local: Holiday[] }[] = Object.entries(listed.metropole).flatMap(
  ([year, national]) => [
    { year, zone: 'metropole', national, local: [] },
    { year, zone: 'alsace-moselle', national, local: listed.alsaceMoselleExtra[year] ?? [] },
    ...overseas.map(([zone, name]) => ({ year, zone, national, local: listed.outreMerExtra[year]?.[name] ?? [] })),
  ],
);

test('the list holds eleven years of seven zones', () => {
  expect(expected).toHaveLength(77);
  expect(expected.filter(({ local }) => local.length === 0).map(({ zone }) => zone)).toEqual(Array(11).fill('metropole'));
});

test.each(expected)('$year $zone', ({ year, zone, national, local }) => {
  const inOrder = [...national, ...local].map(({ date, label }) => ({ date, label })).sort((a, b) => a.date.localeCompare(b.date));
  expect(holidays(Number(year), zone)).toEqual(inOrder);
});

const regions: [Zone, string[]][] = [
  ['metropole', ['FR']],
  ['alsace-moselle', ['FR', '67']],
  ['guadeloupe', ['FR', 'GP']],
  ['martinique', ['FR', 'MQ']],
  ['guyane', ['FR', 'GF']],
  ['reunion', ['FR', 'RE']],
  ['mayotte', ['FR', 'YT']],
];

test.each(regions)('%s agrees with date-holidays from 1983 to 2100', (zone, [country = '', state]) => {
  const reference = state ? new Holidays(country, state) : new Holidays(country);
  // Good Friday is customary in Guadeloupe and Martinique, not a holiday in law.
  const customary = (name: string) => name === 'Vendredi saint' && zone !== 'alsace-moselle';
  for (let year = 1983; year <= 2100; year++) {
    const dates = reference
      .getHolidays(year, 'fr')
      .filter(({ type, name }) => type === 'public' && !customary(name))
      .map(({ date }) => date.slice(0, 10));
    expect([...new Set(holidays(year, zone).map(({ date }) => date))]).toEqual([...new Set(dates)].sort());
  }
});

test('two holidays may share a date', () => {
  expect(holidays(2008, 'metropole').filter(({ date }) => date === '2008-05-01')).toHaveLength(2);
});

test.each([
  ['a Monday', '2024-01-08', true, true],
  ['a Saturday', '2024-01-06', false, true],
  ['a Sunday', '2024-01-07', false, false],
  ['a holiday', '2024-05-08', false, false],
  ['the bridge after Ascension', '2024-05-10', true, true],
])('%s is a working day, a business day or neither', (_what, day, working, business) => {
  expect([isWorkingDay(day, 'metropole'), isBusinessDay(day, 'metropole')]).toEqual([working, business]);
});

test('Good Friday is worked in Paris and not in Strasbourg', () => {
  expect(isHoliday('2026-04-03', 'metropole')).toBe(false);
  expect(isHoliday('2026-04-03', 'alsace-moselle')).toBe(true);
});

test.each([
  ['2024-05-07', 1, '2024-05-10'],
  ['2024-05-13', -2, '2024-05-07'],
  ['2024-05-11', 0, '2024-05-11'],
  ['2024-05-11', -1, '2024-05-10'],
])('from %s, %i working days lead to %s', (from, n, to) => {
  expect(addWorkingDays(from, n, 'metropole')).toBe(to);
});

const anyDay = fc.integer({ min: dayNumberOf(1997, 1, 1), max: dayNumberOf(2100, 12, 31) }).map(civilDateOf);
const anyZone = fc.constantFrom<Zone>('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte');

test('a count of working days is the number of working days walked over, in both directions', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40, max: 40 }), anyZone, (from, n, zone) => {
      const to = addWorkingDays(from, n, zone);
      const step = Math.sign(n);
      let walked = 0;
      for (let day = from; day !== to;) {
        day = addDays(day, step);
        if (weekday(day) <= 5 && !holidays(Number(day.slice(0, 4)), zone).some(({ date }) => date === day)) walked++;
      }
      expect(walked).toBe(Math.abs(n));
      expect(n === 0 || isWorkingDay(to, zone)).toBe(true);
    }),
  );
});
