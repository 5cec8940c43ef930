import { mostUrgent } from './most-urgent.js';

const first = { id: 'FTAP-2026-000001.check-completeness-1', lastDay: '2026-03-12' };
const second = { id: 'FTAP-2026-000002.check-completeness-1', lastDay: '2026-03-20' };
const undated = { id: 'FTAP-2026-000003.decide-1' };

test('a task that is in two lists is shown once', () => {
  expect(mostUrgent([[first], [first, second]])).toEqual([first, second]);
});

test('the earliest last day comes first, whichever list it is in; what has none comes last', () => {
  expect(mostUrgent([[undated, second], [first]])).toEqual([first, second, undated]);
});
