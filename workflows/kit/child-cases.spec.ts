import { trial } from '../../test/builders/trial-procedure.js';
import { instantAt } from '../calendar/paris-time.js';
import type { Entry } from './journal.js';
import { rehearse, rehearseFrom, type Scenario } from './rehearsal.js';

const scenario: Scenario<{ owner: string; experts: number }> = {
  name: 'a child case',
  ref: 'TRIAL-1-1',
  input: { owner: 'applicant-1', experts: 0 },
  start: instantAt('2026-01-05', '10:00'),
  play: ({ key, nth }) =>
    key === 'check'
      ? { afterDays: 1, answer: { verdict: 'complete' }, by: 'reviewer-1' }
      : key === 'mark'
        ? { afterDays: nth, answer: { mark: 12 }, by: `reviewer-${nth}` }
        : 'never',
};

test('the journal of a child case is taken up and played on, as any other', async () => {
  const { journal } = await rehearse(trial, scenario);
  const childs = journal.map((entry): Entry => (entry.type === 'opened' ? { ...entry, parent: 'TRIAL-1' } : entry));
  for (const cut of childs.keys()) expect((await rehearseFrom(trial, scenario, childs.slice(0, cut + 1))).journal).toEqual(childs);
});
