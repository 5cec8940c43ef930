import { z } from 'zod';
import { instantAt } from '../calendar/paris-time.js';
import type { Story } from './case-file.js';
import { civilDateField } from './fields.js';
import { fold } from './fold.js';
import { defineEvent, type Procedure } from './procedure.js';
import { rehearse, rehearseFrom, type Scenario } from './rehearsal.js';

const moved = defineEvent<{ to: string }>({
  key: 'moved',
  label: 'Nouvelle date',
  form: z.object({ to: civilDateField({ label: 'Date' }) }),
});

/** Waits for a date that an event may move. */
const story: Story<object> = async (file) => {
  const news = file.expect(moved, { from: { role: 'programManager' }, optional: true });
  await file.wait('2026-03-02', 'session', { until: news });
  if (file.today() < '2026-03-02') await file.wait((await news).data.to, 'session');
  return { kind: 'held' };
};

const procedure: Procedure<object> = {
  id: 'moved-date',
  revision: 'r1',
  label: 'Essai',
  inForceFrom: '2024-01-01',
  input: z.object({}),
  story,
  stages: {},
  tasks: [],
  events: [moved],
  clocks: [],
  documents: [],
  outcomes: { held: 'Tenue' },
  waits: { session: 'Session' },
  summarise: () => ({ title: 'Essai', owner: 'somebody' }),
};

const scenario: Scenario<object> = {
  name: 'a date that moves',
  input: {},
  start: instantAt('2026-01-05', '10:00'),
  play: () => ({ afterDays: 10, answer: { to: '2026-02-02' }, by: 'manager-1' }),
};

test('a date that is no longer waited for is taken off the case, and the new one is waited for', async () => {
  const { journal, outcome } = await rehearse(procedure, scenario);
  expect(outcome).toEqual({ kind: 'held' });
  expect(journal.find(({ type }) => type === 'dropped')).toMatchObject({ id: 'session-1', why: 'noLongerNeeded' });
  expect(journal.at(-1)?.at).toBe(instantAt('2026-02-02', '00:00'));
  const { journal: half } = await rehearse(procedure, scenario, { until: instantAt('2026-01-20', '10:00') });
  expect(fold(undefined, half).waits.map(({ id }) => id)).toEqual(['session-2']);
});

test('it resumes from every prefix', async () => {
  const { journal } = await rehearse(procedure, scenario);
  for (const cut of journal.keys()) expect((await rehearseFrom(procedure, scenario, journal.slice(0, cut + 1))).journal).toEqual(journal);
});
