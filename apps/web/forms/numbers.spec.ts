import { parseNumber, scales, typedNumber } from './numbers.js';

const money = scales.money ?? 0;
const percent = scales.percent ?? 0;

test.each([
  ['12 500,50', money, 1_250_050],
  ['12\u202f500,5\u00a0€', money, 1_250_050],
  ['0,29', money, 29],
  ['120 000', money, 12_000_000],
  ['30 %', percent, 0.3],
  ['14,5', 1, 14.5],
  ['-3', 1, -3],
])('%s is read as it is meant', (typed, scale, value) => {
  expect(parseNumber(typed, scale)).toBe(value);
});

test.each(['', 'douze', '1,2,3', '12 500 euros', '1e5'])('« %s » is not a number', (typed) => {
  expect(parseNumber(typed, money)).toBeUndefined();
});

test.each([0, 1, 29, 1_250_050, 150_000_000])('an amount of %d cents is typed back as itself', (cents) => {
  expect(parseNumber(typedNumber(cents, money), money)).toBe(cents);
});

test('nothing is shown for what is not a number', () => {
  expect(typedNumber(undefined, money)).toBe('');
});
