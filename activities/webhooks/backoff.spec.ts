import { mostAttempts, pauseAfter } from './backoff.js';

test('ten tries spread over two days, each pause longer than the one before', () => {
  const pauses = Array.from({ length: mostAttempts - 1 }, (_, index) => pauseAfter(index + 1, 0.5)!);
  expect(mostAttempts).toBe(10);
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600;
  expect(hours).toBeGreaterThan(46);
  expect(hours).toBeLessThan(49);
  expect(pauseAfter(mostAttempts, 0.5)).toBeUndefined();
});
