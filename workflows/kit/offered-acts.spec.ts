import { trial } from '../../test/builders/trial-procedure.js';
import { instantAt } from '../calendar/paris-time.js';
import { fold } from './fold.js';
import type { Entry, EntryType } from './journal.js';
import { rehearse, rehearseFrom, type Play, type Scenario } from './rehearsal.js';
import { explainWaits } from './waits.js';
import type { Procedure } from './procedure.js';

const plays: Record<string, Play> = {
  check: { afterDays: 2, answer: { verdict: 'complete' }, by: 'reviewer-1' },
  'mark-1': { afterDays: 1, answer: { mark: 12 }, by: 'reviewer-1' },
  'mark-2': { afterDays: 2, answer: { mark: 12 }, by: 'reviewer-2' },
};
const scenario = (change: Record<string, Play> = {}): Scenario => ({
  name: 'trial',
  ref: 'TRIAL-2026-000001',
  input: { owner: 'applicant-1', experts: 0 },
  start: instantAt('2026-01-05', '10:00'),
  play: ({ id, key }) => ({ ...plays, ...change })[id] ?? { ...plays, ...change }[key] ?? 'never',
});
const procedure = trial as unknown as Procedure;
const about = (journal: readonly Entry[], type: EntryType) =>
  journal.flatMap((entry) => (entry.type === type && 'id' in entry ? [entry.id] : []));

test('what somebody may bring is not waited for: nobody is reminded, nothing is overdue, and it ends with what it hung on', async () => {
  const { journal, outcome } = await rehearse(procedure, scenario());
  expect(outcome).toEqual({ kind: 'refused' });
  expect(about(journal, 'expected')).toEqual(['signature-1', 'objection-1']);
  for (const type of ['reminded', 'overdue', 'escalated'] as const) expect(about(journal, type)).not.toContain('objection-1');
  expect(about(journal, 'dropped')).toEqual(['objection-1']);
});

test('the view tells an offer from what the case waits for, and says so in words', async () => {
  const { journal } = await rehearse(procedure, scenario(), { until: instantAt('2026-01-20', '10:00') });
  const waits = explainWaits(fold(undefined, journal), procedure);
  expect(waits.map(({ id, optional }) => [id, optional])).toEqual([
    ['signature-1', false],
    ['objection-1', true],
  ]);
  expect(waits[1]?.unblock).toBe('Rien n’est attendu\u00a0: cet acte reste possible.');
});

test('once it is brought, the rest is no longer needed and the other case is informed on behalf of who brought it', async () => {
  const objected = scenario({ objection: { afterDays: 3, answer: { why: 'Le compte n’y est pas.' }, by: 'reviewer-1' } });
  const { journal, outcome } = await rehearse(procedure, objected);
  expect(outcome).toEqual({ kind: 'objected' });
  expect(about(journal, 'dropped')).toEqual(['signature-1']);
  expect(journal.find(({ type }) => type === 'informed')).toMatchObject({
    ref: 'TRIAL-2026-000009',
    event: 'objected',
    data: { ref: 'TRIAL-2026-000001' },
    by: 'reviewer-1',
  });
  for (const prefix of journal.keys())
    expect((await rehearseFrom(procedure, objected, journal.slice(0, prefix + 1))).journal).toEqual(journal);
});

test('a transfer changes whose case it is, once a second person agrees, and is kept through a resume', async () => {
  const transfer = {
    kind: 'transfer',
    owner: 'applicant-2',
    bodyName: 'Organisme fusionné',
    siret: '99900002900010',
    reason: 'Fusion',
  } as const;
  const moved: Scenario = {
    ...scenario({ 'decide-intervention': { afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] } }),
    acts: [
      {
        at: instantAt('2026-01-06', '11:00'),
        by: 'manager-1',
        roles: ['programManager'],
        act: { kind: 'intervene', intervention: transfer },
      },
    ],
  };
  const { journal, refusals } = await rehearse(procedure, moved);
  expect(refusals).toEqual([]);
  expect(fold(undefined, journal).summary).toMatchObject({ owner: 'applicant-2', bodyName: 'Organisme fusionné', siret: '99900002900010' });
  const at = journal.findIndex(({ type }) => type === 'transferred');
  expect((await rehearseFrom(procedure, moved, journal.slice(0, at + 1))).journal).toEqual(journal);
});
