import { shownCounts, shownShare } from './small-cells.js';

test.each<[string, number[], (number | undefined)[]]>([
  ['all large enough', [30, 12, 10], [30, 12, 10]],
  ['two small ones hide each other', [30, 9, 3], [30, undefined, undefined]],
  ['one small one would be given away by the total: the next smallest is hidden with it', [30, 12, 3], [30, undefined, undefined]],
  ['nobody at all is told of as a few', [30, 0, 0], [30, undefined, undefined]],
  ['a group under ten says nothing', [4, 3], [undefined, undefined]],
])('%s', (_case, counts, expected) => {
  expect(shownCounts(counts)).toEqual(expected);
});

test.each([
  [20, 30, 20],
  [21, 30, undefined],
  [30, 30, undefined],
  [9, 100, undefined],
])('%i of %i', (count, total, expected) => {
  expect(shownShare(count, total)).toBe(expected);
});
