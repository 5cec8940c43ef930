import fc from 'fast-check';
import { addDays, addMonths, type CivilDate, civilDateOf, dayNumberOf, daysBetween } from './civil-date.js';
import { deadline, lastDay, type Suspension, until } from './deadline.js';
import { isBusinessDay, isWorkingDay, type Zone } from './holidays.js';
import { startOfDay } from './paris-time.js';
import { businessDays, days, months, type Term, type Unit, workingDays } from './term.js';

const stopped = (from: CivilDate, end: CivilDate | null, cause = 'demande de pièces'): Suspension => ({ from, until: end, cause });
const counted = (...args: Parameters<typeof deadline>) => deadline(...args).suspensions.map((each) => each.days);

describe('suspensions', () => {
  test.each<[string, Suspension[], CivilDate, number[]]>([
    ['none', [], '2024-01-11', []],
    ['one inside', [stopped('2024-01-05', '2024-01-08')], '2024-01-14', [3]],
    ['one on the last day', [stopped('2024-01-11', '2024-01-13')], '2024-01-13', [2]],
    ['one after the last day', [stopped('2024-01-12', '2024-01-20')], '2024-01-11', [0]],
    ['one that reaches a later one', [stopped('2024-01-13', '2024-01-15'), stopped('2024-01-02', '2024-01-05')], '2024-01-16', [3, 2]],
    ['two that overlap', [stopped('2024-01-03', '2024-01-06'), stopped('2024-01-04', '2024-01-08')], '2024-01-16', [3, 2]],
    ['one inside another', [stopped('2024-01-03', '2024-01-08'), stopped('2024-01-04', '2024-01-06')], '2024-01-16', [5, 0]],
    ['one lifted the same day', [stopped('2024-01-03', '2024-01-03')], '2024-01-11', [0]],
    ['one still open', [stopped('2024-01-03', null)], '2024-01-11', [0]],
    ['one already running on the trigger day', [stopped('2023-12-20', '2024-01-04')], '2024-01-13', [2]],
    ['one over before the clock starts', [stopped('2023-12-20', '2024-01-02')], '2024-01-11', []],
  ])('%s, on ten days', (_what, suspensions, expected, counts) => {
    expect(lastDay('2024-01-01', days(10), { suspensions })).toBe(expected);
    expect(counted('2024-01-01', days(10), { suspensions })).toEqual(counts);
  });

  test('are cut to the days after the trigger', () => {
    expect(deadline('2024-01-01', days(10), { suspensions: [stopped('2023-12-20', '2024-01-04')] }).suspensions).toEqual([
      { from: '2024-01-02', until: '2024-01-04', cause: 'demande de pièces', days: 2 },
    ]);
  });

  test('are not counted in working days, and cost nothing over a weekend', () => {
    expect(lastDay('2024-01-05', workingDays(5), { suspensions: [stopped('2024-01-06', '2024-01-08')] })).toBe('2024-01-12');
    expect(lastDay('2024-01-05', workingDays(5), { suspensions: [stopped('2024-01-09', '2024-01-11')] })).toBe('2024-01-16');
    expect(lastDay('2024-01-05', businessDays(5), { suspensions: [stopped('2024-01-09', '2024-01-11')] })).toBe('2024-01-13');
  });
});

describe('extensions', () => {
  const by = (term: Term) => ({ term, reason: 'décision motivée' });
  test.each<[string, Term, Term[], CivilDate]>([
    ['months add up before they are clamped', months(2), [months(2)], '2024-04-30'],
    ['days follow months', months(2), [days(15)], '2024-03-15'],
    ['months follow days', days(15), [months(1)], '2024-02-15'],
    ['working days follow months', months(2), [workingDays(2)], '2024-03-04'],
    ['days follow working days', workingDays(1), [days(4)], '2024-01-06'],
    ['two extensions', months(1), [months(1), days(1)], '2024-03-01'],
  ])('%s', (_what, term, terms, expected) => {
    expect(lastDay('2023-12-31', term, { extensions: terms.map(by) })).toBe(expected);
  });

  test('suspensions push back the whole of an extended term', () => {
    const suspensions = [stopped('2024-02-20', '2024-03-08')];
    expect(lastDay('2024-02-05', months(2), { suspensions, extensions: [by(months(1))] })).toBe('2024-05-22');
    expect(lastDay('2024-02-05', workingDays(3), { suspensions, extensions: [by(days(15))] })).toBe('2024-03-11');
  });
});

describe('roll-over', () => {
  test('comes after the clear day, the suspensions and the extensions', () => {
    const d = deadline('2024-01-09', months(1, { clear: true, rollOver: true }), {
      suspensions: [stopped('2024-01-20', '2024-01-27')],
      extensions: [{ term: days(21), reason: 'décision motivée' }],
    });
    expect([d.unrolledDay, d.lastDay, d.firesAt]).toEqual(['2024-03-09', '2024-03-11', startOfDay('2024-03-12')]);
  });

  test('uses the holidays of the zone', () => {
    const term = days(10, { rollOver: true });
    expect(lastDay('2026-03-24', term)).toBe('2026-04-03');
    expect(lastDay('2026-03-24', term, { zone: 'alsace-moselle' })).toBe('2026-04-07');
  });
});

test('a fixed date is its own last day, a Sunday included', () => {
  expect(until('2024-03-10', { clock: 'legal', basis: 'règlement de l’appel' })).toEqual({
    from: '2024-03-10',
    term: { n: 0, unit: 'days', clock: 'legal', basis: 'règlement de l’appel' },
    zone: 'metropole',
    suspensions: [],
    extensions: [],
    unrolledDay: '2024-03-10',
    lastDay: '2024-03-10',
    firesAt: startOfDay('2024-03-11'),
  });
});

test('a term is a whole number of units and belongs to the service unless the law is named', () => {
  expect(months(2, { clock: 'legal', basis: 'CRPA L231-4' })).toEqual({ n: 2, unit: 'months', clock: 'legal', basis: 'CRPA L231-4' });
  expect(days(3)).toEqual({ n: 3, unit: 'days', clock: 'service' });
  expect(() => days(-1)).toThrow(RangeError);
  expect(() => months(1.5)).toThrow(RangeError);
});

describe('whatever the dates', () => {
  const anyDay = fc.integer({ min: dayNumberOf(1997, 1, 1), max: dayNumberOf(2100, 12, 31) }).map(civilDateOf);
  const anyZone = fc.constantFrom<Zone>('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte');
  const anyTerm: fc.Arbitrary<Term> = fc.record({
    n: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom<Unit>('days', 'workingDays', 'businessDays', 'months'),
    clear: fc.boolean(),
    rollOver: fc.boolean(),
    clock: fc.constantFrom('legal', 'service'),
  });
  const anyPauses = fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 0, max: 30 })), { maxLength: 4 });
  const suspensionsOf = (from: CivilDate, pauses: [number, number][]) =>
    pauses.map(([after, length]) => stopped(addDays(from, after), addDays(from, after + length)));

  const countsIn = (unit: Unit, zone: Zone) => (day: CivilDate) =>
    unit === 'workingDays' ? isWorkingDay(day, zone) : unit === 'businessDays' ? isBusinessDay(day, zone) : true;

  test('the days counted outside suspensions are the term', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, anyPauses, anyZone, (from, term, pauses, zone) => {
        const suspensions = suspensionsOf(from, pauses);
        const d = deadline(from, term, { zone, suspensions });
        const isStopped = (day: CivilDate) => suspensions.some((each) => each.from <= day && (each.until === null || day < each.until));
        const counts = countsIn(term.unit, zone);
        let running = 0;
        let stoppedDays = 0;
        for (let day = addDays(from, 1); day <= d.unrolledDay; day = addDays(day, 1)) {
          if (isStopped(day)) stoppedDays++;
          else if (counts(day)) running++;
        }
        const inTerm = term.unit === 'months' ? daysBetween(from, addMonths(from, term.n)) : term.n;
        // The day added to a clear term is a calendar day: after a count of working days it need not be one.
        const clearDay = term.clear && counts(d.unrolledDay) ? 1 : 0;
        expect(running).toBe(inTerm + clearDay);
        expect(isStopped(d.unrolledDay)).toBe(false);
        expect(d.suspensions.reduce((sum, each) => sum + each.days, 0)).toBe(stoppedDays);
      }),
      { numRuns: 1000 },
    );
  });

  test('the result rolls to the first working day at most, and fires at the midnight that ends it', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, anyPauses, anyZone, (from, term, pauses, zone) => {
        const d = deadline(from, term, { zone, suspensions: suspensionsOf(from, pauses) });
        let rolled = d.unrolledDay;
        while (term.rollOver && !isWorkingDay(rolled, zone)) rolled = addDays(rolled, 1);
        expect(d.lastDay).toBe(rolled);
        expect(d.firesAt).toBe(startOfDay(addDays(rolled, 1)));
      }),
    );
  });

  test('a sum done again, from its own record or with its suspensions in another order, does not drift', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, anyPauses, anyZone, (from, term, pauses, zone) => {
        const first = deadline(from, term, { zone, suspensions: suspensionsOf(from, pauses) });
        const again = deadline(first.from, first.term, { zone: first.zone, suspensions: first.suspensions, extensions: first.extensions });
        expect(again).toEqual(first);
        const reversed = deadline(from, term, { zone, suspensions: suspensionsOf(from, pauses).toReversed() });
        expect([reversed.lastDay, reversed.firesAt]).toEqual([first.lastDay, first.firesAt]);
      }),
    );
  });

  test('a suspension never brings the end forward', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, anyPauses, anyZone, (from, term, pauses, zone) => {
        expect(deadline(from, term, { zone, suspensions: suspensionsOf(from, pauses) }).lastDay >= lastDay(from, term, { zone })).toBe(
          true,
        );
      }),
    );
  });
});
