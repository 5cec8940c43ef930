import { sessionEnd } from './session-end.js';

const minute = 60_000;
const clock = { lastUsedAt: 0, idleMs: 120 * minute, endsAt: 720 * minute };

it.each([
  [0, 'far'],
  [113 * minute, 'far'],
  [114 * minute, 'near'],
  [118 * minute, 'near'],
  [119 * minute, 'over'],
])('after %d ms without a request: %s', (now, kind) => expect(sessionEnd(clock, now).kind).toBe(kind));

it('can be pushed back until the twelve hours are over', () => {
  expect(sessionEnd(clock, 115 * minute)).toEqual({ kind: 'near', at: 119 * minute, extendable: true });
  expect(sessionEnd({ ...clock, lastUsedAt: 715 * minute }, 716 * minute)).toEqual({ kind: 'near', at: 720 * minute, extendable: false });
});
