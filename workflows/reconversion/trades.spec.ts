import { trades, yearlyAim } from './trades.js';

test('trades in tension ask for about 1 600 of the 2 500 hires of a year; the programme trains 30 to 50 agents', () => {
  expect(Object.values(trades).reduce((sum, { hiresPerYear }) => sum + hiresPerYear, 0)).toBe(1600);
  expect([yearlyAim.min, yearlyAim.max]).toEqual([30, 50]);
});
