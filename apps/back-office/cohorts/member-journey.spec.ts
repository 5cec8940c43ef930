import { instantAt } from '#workflows/calendar/paris-time.js';
import { fold } from '#workflows/kit/fold.js';
import type { Course } from '#workflows/reconversion/course/course.js';
import { journey } from '../../../test/builders/reconversion.js';
import { memberJourney } from './member-journey.js';

const on = async (day: string, plays: Course = {}) => {
  const { journal } = await journey(3, plays, { until: instantAt(day, '09:00') });
  return memberJourney(journal, fold(undefined, journal));
};
const states = ({ milestones }: Awaited<ReturnType<typeof on>>) => milestones.map(({ state }) => state);

test('before day one: dates and track as applied for, no coach yet, nothing to hand in', async () => {
  const before = await on('2026-01-06');
  expect(before).toMatchObject({ cohort: 'PROMO-2026-000001', track: 'Voie métier', startsOn: '2026-05-15' });
  expect(before.coach).toBeUndefined();
  expect(states(before)).toEqual(['coming', 'coming', 'coming']);
});

test('a milestone is open until its last day, handed in, then validated; the next one is open by then', async () => {
  const never: Course = { 'hand-in-milestone': () => 'never' };
  const [first] = (await on('2026-05-20', never)).milestones;
  expect(first).toEqual({ label: 'Socle commun', deliverable: 'Carnet du socle commun', state: 'open', lastDay: '2026-06-15' });
  const unread: Course = { 'review-milestone': () => 'never' };
  expect(states(await on('2026-06-14', unread))[0]).toBe('handedIn');
  expect(states(await on('2026-06-20'))).toEqual(['validated', 'open', 'coming']);
});

test('a milestone to be taken up again says so, and the coach is the last one named', async () => {
  const again: Course = {
    'review-milestone': () => ({ afterDays: 1, answer: { verdict: 'again', feedback: 'À compléter.' }, by: 'coach-1' }),
    'hand-in-milestone': (item) =>
      item.nth === 1 ? { afterDays: 5, answer: { statement: 'Fait.', documents: [fileId] }, by: 'participant-1' } : 'never',
  };
  const taken = await on('2026-05-28', again);
  expect(states(taken)[0]).toBe('again');
  expect(taken.coach).toBe('coach-1');
});

const fileId = '00000000-0000-4000-8000-000000000001';
