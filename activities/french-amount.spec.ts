import { frenchAmount } from './french-amount.js';

it.each([
  [0, '0\u00A0€'],
  [3_200_00, '3\u202F200\u00A0€'],
  [1_234_567_05, '1\u202F234\u202F567,05\u00A0€'],
  [-99_90, '−99,90\u00A0€'],
])('%d cents are %s', (cents, text) => {
  expect(frenchAmount(cents)).toBe(text);
});
