import { isDatabaseDown } from './database-down.js';

test.each([
  ["Raw query failed. Code: `N/A`. Message: `Can't reach database server at 127.0.0.1:8404`", true],
  ['connect ECONNREFUSED 127.0.0.1:5432', true],
  ['terminating connection due to administrator command', true],
  ['Connection terminated unexpectedly', true],
  ['the database system is starting up', true],
  ['duplicate key value violates unique constraint', false],
  ['column "x" does not exist', false],
])('%s: %s', (message, down) => {
  expect(isDatabaseDown(new Error(message))).toBe(down);
  expect(isDatabaseDown(new Error('Query failed', { cause: new Error(message) }))).toBe(down);
});

test('what is not an error does not speak of the database', () => {
  expect(isDatabaseDown('ECONNREFUSED')).toBe(false);
});
