import { type ClosingReminder, dueReminder } from './due-reminder.js';

// Friday 29 May 2026; Ascension Day, 14 May, and Whit Monday, 25 May, are no working days.
const call = { closesOn: '2026-05-29', zone: 'metropole', begunOn: '2026-03-01' } as const;

it.each<[string, ClosingReminder | undefined]>([
  ['2026-05-12', undefined],
  ['2026-05-13', 10],
  ['2026-05-15', 10],
  ['2026-05-18', 10],
  ['2026-05-22', 10],
  ['2026-05-26', 3],
  ['2026-05-27', 3],
  ['2026-05-28', 1],
  ['2026-05-29', 1],
  ['2026-05-30', undefined],
])('on %s is the one of −%s working days', (today, expected) => {
  expect(dueReminder(call, today)).toBe(expected);
});

it('is none that came before the draft was begun', () => {
  expect(dueReminder({ ...call, begunOn: '2026-05-20' }, '2026-05-21')).toBeUndefined();
  expect(dueReminder({ ...call, begunOn: '2026-05-20' }, '2026-05-26')).toBe(3);
});
