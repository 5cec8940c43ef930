import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { civilDateOf, dayNumberOf } from './civil-date.js';
import { elapsed, wallClockAfter } from './instants.js';
import { civilDateAt, instantAt, isoParis, startOfDay } from './paris-time.js';

const PARIS = 'Europe/Paris';
const zoned = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(PARIS);
const iso = (instant: number) =>
  zoned(instant).toString({ timeZoneName: 'never', smallestUnit: instant % 1000 === 0 ? 'second' : 'millisecond' });

const HOUR = 3_600_000;
const anyDay = fc.integer({ min: dayNumberOf(1997, 1, 1), max: dayNumberOf(2100, 12, 31) }).map(civilDateOf);
const anyInstant = fc.integer({ min: Date.UTC(1997, 0, 1), max: Date.UTC(2100, 11, 31, 22) });
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` as `${number}:${number}`);

const check = (instant: number) => {
  expect(isoParis(instant)).toBe(iso(instant));
  expect(civilDateAt(instant)).toBe(zoned(instant).toPlainDate().toString());
};

test('an instant reads as Temporal reads it in Paris', () => {
  fc.assert(fc.property(anyInstant, check), { numRuns: 3000 });
});

test('every clock change from 1997 to 2100 falls where Temporal puts it', () => {
  let changes = 0;
  for (
    let next = zoned(Date.UTC(1997, 0, 1)).getTimeZoneTransition('next');
    next && next.year <= 2100;
    next = next.getTimeZoneTransition('next')
  ) {
    const at = next.epochMilliseconds;
    for (const instant of [at - HOUR, at - 1, at, at + 1, at + HOUR]) check(instant);
    changes++;
  }
  // Time zone data may state the rule without listing its last years; the ones it lists must all agree.
  expect(changes).toBeGreaterThanOrEqual(80);
});

test('midnight and wall clock times of any day are those of Temporal, skipped and repeated hours included', () => {
  fc.assert(
    fc.property(anyDay, anyTime, (day, time) => {
      const plain = Temporal.PlainDate.from(day);
      expect(startOfDay(day)).toBe(plain.toZonedDateTime(PARIS).epochMilliseconds);
      expect(instantAt(day, time)).toBe(plain.toZonedDateTime({ timeZone: PARIS, plainTime: time }).epochMilliseconds);
      expect(civilDateAt(startOfDay(day))).toBe(day);
      expect(civilDateAt(startOfDay(day) - 1) < day).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2026-03-29', '02:30', '2026-03-29T03:30:00+02:00'],
  ['2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
  ['2026-10-25', '03:00', '2026-10-25T03:00:00+01:00'],
] as const)('on %s a clock at %s reads %s', (day, time, expected) => {
  expect(isoParis(instantAt(day, time))).toBe(expected);
});

test.each(['9:00', '24:00', '12:60', '12:00:00'])('%s is not a time of day', (time) => {
  expect(() => instantAt('2024-01-09', time as `${number}:${number}`)).toThrow(RangeError);
});

test('milliseconds are kept when there are any', () => {
  expect(isoParis(Date.UTC(2024, 0, 9, 8, 5, 7, 42))).toBe('2024-01-09T09:05:07.042+01:00');
});

test('some calendar days later the clock shows the same time; some hours later they have elapsed', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: -400, max: 400 }), (instant, n) => {
      expect(wallClockAfter(zoned(instant).epochMilliseconds, n)).toBe(
        zoned(instant).toPlainDateTime().add({ days: n }).toZonedDateTime(PARIS).epochMilliseconds,
      );
      expect(elapsed(instant, n) - instant).toBe(n * HOUR);
    }),
    { numRuns: 2000 },
  );
});
