import { trial, type TrialInput } from '../../test/builders/trial-procedure.js';
import { instantAt } from '../calendar/paris-time.js';
import { rehearse, type Player, type Scenario } from './rehearsal.js';

const good: Player = ({ key, nth }) =>
  ({
    check: { afterDays: 2, answer: { verdict: 'complete' }, by: 'r1' },
    pieces: { afterDays: 10, answer: { note: 'voici' }, by: 'a1' },
    opinion: { afterDays: nth, answer: { favourable: true }, by: `e${nth}` },
    mark: { afterDays: nth, answer: { mark: 12 }, by: `r${nth}` },
    signature: { afterDays: 4, answer: { on: '2026-03-01' }, by: 'a1' },
  })[key] ?? 'never';

const scenario = (change: Partial<Scenario<TrialInput>> = {}): Scenario<TrialInput> => ({
  name: 'trial',
  input: { owner: 'a1', experts: 3 },
  start: instantAt('2026-01-05', '10:00'),
  play: good,
  ...change,
});

test('a case runs from its first day to its outcome', async () => {
  const { journal, outcome, refusals } = await rehearse(trial, scenario());
  console.log(journal.map((e) => JSON.stringify({ ...e, due: (e as any).due?.lastDay })).join('\n'));
  expect(refusals).toEqual([]);
  expect(outcome).toEqual({ kind: 'granted' });
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
});
