import { isStorable } from './storable.js';

test.each([
  ['un texte ordinaire, avec un 😀', true],
  [{ a: ['b', 1, null, true, undefined] }, true],
  ['a\u0000b', false],
  ['a\ud800b', false],
  [{ list: [{ why: 'a\u0000' }] }, false],
  [{ 'a\u0000': 1 }, false],
])('%j can be stored: %s', (value, expected) => {
  expect(isStorable(value)).toBe(expected);
});
