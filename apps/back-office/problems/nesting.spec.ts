import { isDeeper } from './nesting.js';

it('counts the levels of a body', () => {
  expect(isDeeper({ a: [{ b: 1 }] }, 3)).toBe(false);
  expect(isDeeper({ a: [{ b: 1 }] }, 2)).toBe(true);
  expect(isDeeper([[], [[[]]]], 3)).toBe(true);
  expect(isDeeper(null, 0)).toBe(false);
});
