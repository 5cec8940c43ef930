import type { CaseView } from '#workflows/kit/case-view.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { silentSince, slackBefore, workingDaysBetween } from './coach-week.js';

test.each([
  ['the same day', '2026-03-04', '2026-03-04', 0],
  ['the next day', '2026-03-04', '2026-03-05', 1],
  ['over a weekend', '2026-03-06', '2026-03-09', 1],
  ['to a Saturday', '2026-03-06', '2026-03-07', 0],
  ['over a public holiday', '2026-04-03', '2026-04-08', 2],
  ['back', '2026-03-09', '2026-03-06', -1],
])('working days between: %s', (_case, from, to, days) => {
  expect(workingDaysBetween(from, to)).toBe(days);
});

test('says by when to decide so that the jury is not missed, when that is near and something is under way', () => {
  expect(slackBefore('2026-03-19', '2026-03-04', true)).toEqual({
    decideBy: '2026-03-12',
    slackDays: 6,
    warning: 'Décider avant le 12 mars 2026, sinon le jury du 19 mars 2026 est manqué.',
  });
  expect(slackBefore('2026-03-19', '2026-03-04', false)).toEqual({ decideBy: '2026-03-12', slackDays: 6 });
  expect(slackBefore('2026-06-18', '2026-03-04', true).warning).toBeUndefined();
  expect(slackBefore('2026-03-19', '2026-03-16', true).warning).toBe(
    'La date du 12 mars 2026 est passée\u00a0: le jury du 19 mars 2026 risque d’être manqué.',
  );
});

test('a participant is silent from the day on which nothing was heard any more', () => {
  const wait = (change: object) =>
    ({ waits: [{ id: 'x', stopped: false, overdue: false, since: instantAt('2026-03-18', '00:00'), ...change }] }) as unknown as CaseView;
  expect(silentSince(wait({ kind: 'task', key: 'reach-out', context: { silentSince: '2026-03-03' } }))).toBe('2026-03-03');
  expect(silentSince(wait({ kind: 'date', key: 'after-nudge' }))).toBe('2026-03-04');
  expect(silentSince(wait({ kind: 'clock', key: 'no-sign' }))).toBeUndefined();
});
