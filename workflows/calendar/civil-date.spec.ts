import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, civilDate, civilDateOf, dayNumberOf, daysBetween, weekday } from './civil-date.js';

test.each(['0000-02-29', '1900-02-28', '2000-02-29', '2024-02-29', '9999-12-31'])('%s exists', (text) => {
  expect(civilDate(text)).toBe(text);
});

test.each([
  '',
  '2024-1-9',
  '2024-01-09T00:00:00Z',
  '2024-01-09\n',
  '9 janvier 2024',
  '٢٠٢٤-٠١-٠٩',
  '2023-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '2024-01-32',
])('%j is refused', (text) => {
  expect(() => civilDate(text)).toThrow(RangeError);
});

test('a result past the year 9999 is refused', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('2024-01-01', 0.5)).toThrow(RangeError);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-01-15', -13, '2022-12-15'],
])('%s and %i months give %s', (from, n, to) => {
  expect(addMonths(from, n)).toBe(to);
});

const anyDay = fc.integer({ min: dayNumberOf(1997, 1, 1), max: dayNumberOf(2100, 12, 31) }).map(civilDateOf);
const offset = fc.integer({ min: -20_000, max: 20_000 });

test('days, months, differences and weekdays agree with Temporal', () => {
  fc.assert(
    fc.property(anyDay, offset, fc.integer({ min: -600, max: 600 }), (day, n, months) => {
      const plain = Temporal.PlainDate.from(day);
      expect(addDays(day, n)).toBe(plain.add({ days: n }).toString());
      expect(addMonths(day, months)).toBe(plain.add({ months }).toString());
      expect(weekday(day)).toBe(plain.dayOfWeek);
      const other = addDays(day, n);
      expect(daysBetween(day, other)).toBe(n);
      expect(Math.sign(daysBetween(day, other))).toBe(day < other ? 1 : day > other ? -1 : 0);
    }),
    { numRuns: 2000 },
  );
});
