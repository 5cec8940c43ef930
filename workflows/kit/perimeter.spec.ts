import { covers, perimetersOver } from './perimeter.js';

test('a role in a procedure holds in the procedures that belong to it, not the other way round', () => {
  expect(perimetersOver('ftap-committee')).toEqual(['ftap', 'ftap-committee']);
  expect(covers('ftap', 'ftap-committee')).toBe(true);
  expect(covers('ftap-committee', 'ftap')).toBe(false);
  expect(covers('ftap', 'ftaptwo')).toBe(false);
});
