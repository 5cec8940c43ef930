import { z } from 'zod';
import { days } from '../calendar/term.js';
import { instantAt } from '../calendar/paris-time.js';
import type { Story } from './case-file.js';
import { defineEvent, defineTask, type Procedure } from './procedure.js';
import { rehearse, rehearseFrom, type Scenario, type ScheduledAct } from './rehearsal.js';

const told = defineEvent({ key: 'told', label: 'Nouvelle', watchedBy: 'programManager', form: z.object({}) });
const brought = defineEvent({ key: 'brought', label: 'Pièce', form: z.object({}) });
const answerIt = defineTask({ key: 'answer-it', label: 'Répondre', form: z.object({}) });

/** Hears of something from elsewhere, which opens a task of ten days. */
const story: Story<object> = async (file) => {
  void file.expect(brought, { from: { role: 'participant' }, optional: true });
  await file.expect(told, { from: { role: 'programManager' }, optional: true });
  await file.ask(answerIt, { to: { role: 'participant' }, within: days(10) });
  return { kind: 'done' };
};

const procedure: Procedure<object> = {
  id: 'news',
  revision: 'r1',
  label: 'Essai',
  inForceFrom: '2026-01-01',
  input: z.object({}),
  story,
  stages: {},
  tasks: [answerIt],
  events: [told, brought],
  clocks: [],
  documents: [],
  outcomes: { done: 'Terminé' },
  summarise: () => ({ title: 'Essai', owner: 'somebody' }),
};

const on = (day: string, act: ScheduledAct['act'], role: 'programManager' | 'participant' = 'programManager'): ScheduledAct => ({
  at: instantAt(day, '10:00'),
  by: role,
  roles: [role],
  act,
});
const scenario: Scenario<object> = {
  name: 'news of a paused case',
  input: {},
  start: instantAt('2026-01-05', '10:00'),
  play: () => 'never',
  acts: [
    on('2026-01-08', { kind: 'intervene', intervention: { kind: 'pause', cause: 'leave', reason: 'Congé.' } }),
    on('2026-01-12', { kind: 'happen', id: 'brought', data: {} }, 'participant'),
    on('2026-01-12', { kind: 'happen', id: 'told', data: {} }),
    on('2026-01-20', { kind: 'intervene', intervention: { kind: 'resume', reason: 'Retour.' } }),
  ],
};

test('a paused case hears what another tells it, and takes nothing from people', async () => {
  const { journal, refusals } = await rehearse(procedure, scenario, { until: instantAt('2026-01-30', '10:00') });
  expect(refusals.map(({ request, refusal }) => [request.act, refusal.code])).toEqual([
    [expect.objectContaining({ id: 'brought' }), 'casePaused'],
  ]);
  expect(journal.filter(({ type }) => type === 'happened')).toEqual([expect.objectContaining({ id: 'told-1' })]);
});

test('what the news opens runs from the resumption on', async () => {
  const { journal } = await rehearse(procedure, scenario, { until: instantAt('2026-02-20', '10:00') });
  const due = journal.findLast((entry) => entry.type === 'moved' && entry.id === 'answer-it-1');
  expect(due).toMatchObject({ due: { lastDay: '2026-01-29' } });
  expect(journal.findLast(({ type }) => type === 'overdue')?.at).toBe(instantAt('2026-01-30', '00:00'));
});

test('it resumes from every prefix', async () => {
  const { journal } = await rehearse(procedure, scenario, { until: instantAt('2026-02-20', '10:00') });
  for (const cut of journal.keys()) {
    const again = await rehearseFrom(procedure, scenario, journal.slice(0, cut + 1), { until: instantAt('2026-02-20', '10:00') });
    expect(again.journal.slice(0, cut + 1)).toEqual(journal.slice(0, cut + 1));
  }
});
