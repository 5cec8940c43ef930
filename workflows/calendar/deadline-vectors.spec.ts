import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, addMonths, type CivilDate } from './civil-date.js';
import { deadline, type Suspension } from './deadline.js';
import { frenchDay } from './french.js';
import { type Zone } from './holidays.js';
import { elapsed, wallClockAfter } from './instants.js';
import { isoParis } from './paris-time.js';
import { period } from './period.js';
import { businessDays, days, months, workingDays } from './term.js';

type Expected = Record<string, string | boolean>;
interface Vector<Kind extends string, Input> {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly input: Input;
  readonly expected: Expected;
  readonly basis: string;
}
interface DeadlineInput {
  readonly startEvent: CivilDate;
  readonly unit: 'days' | 'joursOuvres' | 'joursOuvrables' | 'months';
  readonly n: number;
  readonly franc: boolean;
  readonly rollover: boolean;
  readonly zone: Zone;
  readonly suspension: { readonly from: CivilDate; readonly toExclusive: CivilDate; readonly days: number } | null;
}
interface PeriodInput {
  readonly firstDay: CivilDate;
  readonly months: number;
  readonly pauses: readonly { firstDay: CivilDate; lastDay: CivilDate }[];
}
type InstantInput = {
  readonly startLocal: string;
  readonly startUtc: string;
  readonly calendarDays?: number;
  readonly elapsedHours?: number;
};
type AnyVector =
  | Vector<'deadline', DeadlineInput>
  | Vector<'period', PeriodInput>
  | Vector<'instant', InstantInput>
  | Vector<'compare', { readonly startEvent: CivilDate; readonly months: number }>;

const { vectors } = JSON.parse(readFileSync(join(process.cwd(), 'test/domain/deadline-vectors.json'), 'utf8')) as { vectors: AnyVector[] };
const units = { days, joursOuvres: workingDays, joursOuvrables: businessDays, months };
const utc = (instant: number) => new Date(instant).toISOString().replace('.000', '');
const weekdayInFrench = (d: CivilDate) => frenchDay(d).split(' ')[0];

function computed(vector: AnyVector): Expected {
  switch (vector.kind) {
    case 'deadline': {
      const { startEvent, unit, n, franc, rollover, zone, suspension } = vector.input;
      const suspensions: Suspension[] = suspension ? [{ from: suspension.from, until: suspension.toExclusive, cause: 'pièces' }] : [];
      const d = deadline(startEvent, units[unit](n, { clear: franc, rollOver: rollover }), { zone, suspensions });
      expect(d.suspensions.map((each) => each.days)).toEqual(suspension ? [suspension.days] : []);
      return {
        unrolledDay: d.unrolledDay,
        lastDay: d.lastDay,
        weekday: weekdayInFrench(d.lastDay) ?? '',
        firesAtLocal: isoParis(d.firesAt),
        firesAtUtc: utc(d.firesAt),
      };
    }
    case 'period': {
      const result = period(vector.input.firstDay, vector.input.months, vector.input.pauses);
      return { ...result, weekday: weekdayInFrench(result.lastDay) ?? '' };
    }
    case 'instant': {
      const { startLocal, startUtc, calendarDays, elapsedHours } = vector.input;
      const start = Date.parse(startUtc);
      expect(isoParis(start)).toBe(startLocal);
      const end = calendarDays === undefined ? elapsed(start, elapsedHours ?? 0) : wallClockAfter(start, calendarDays);
      return { local: isoParis(end), utc: utc(end) };
    }
    case 'compare': {
      const monthsThenPlusOne = addDays(addMonths(vector.input.startEvent, vector.input.months), 1);
      const plusOneThenMonths = addMonths(addDays(vector.input.startEvent, 1), vector.input.months);
      return { monthsThenPlusOne, plusOneThenMonths_DN: plusOneThenMonths, differs: monthsThenPlusOne !== plusOneThenMonths };
    }
  }
}

test('the published vectors cover every kind', () => {
  expect(new Set(vectors.map(({ kind }) => kind))).toEqual(new Set(['deadline', 'period', 'instant', 'compare']));
});

test.each(vectors)('$id $title ($basis)', (vector) => {
  expect(computed(vector)).toEqual(vector.expected);
});
