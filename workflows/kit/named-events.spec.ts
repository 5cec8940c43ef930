import { z } from 'zod';
import { instantAt } from '../calendar/paris-time.js';
import type { Story } from './case-file.js';
import { defineEvent, type Procedure } from './procedure.js';
import { rehearse, type ScheduledAct } from './rehearsal.js';

const rung = defineEvent({ key: 'rung', label: 'Appel', form: z.object({ who: z.string() }) });

/** Takes three calls, one after the other. */
const takeCalls: Story<{ owner: string }> = async (file) => {
  const callers: string[] = [];
  while (callers.length < 3) {
    const { data } = await file.expect(rung, { from: { role: 'director' } });
    callers.push(data.who);
  }
  return { kind: 'done', data: callers };
};

const procedure: Procedure<{ owner: string }> = {
  id: 'calls',
  revision: 'r1',
  label: 'Appels',
  inForceFrom: '2026-01-01',
  input: z.object({ owner: z.string() }),
  story: takeCalls,
  stages: {},
  tasks: [],
  events: [rung],
  clocks: [],
  documents: [],
  outcomes: { done: 'Terminé' },
  summarise: ({ owner }) => ({ title: 'Appels', owner }),
};
const start = instantAt('2026-01-05', '10:00');
const ring = (who: string): ScheduledAct => ({
  at: start + 1_000,
  by: who,
  roles: ['director'],
  act: { kind: 'happen', id: 'rung', data: { who } },
});
const rehearsed = (...callers: string[]) =>
  rehearse(procedure, { name: 'calls', input: { owner: 'owner' }, start, play: () => 'never', acts: callers.map(ring) });

test('an event named by its key alone is the one that is open when the act is done: all who come at once are taken, in their order', async () => {
  const { outcome, journal, refusals } = await rehearsed('a', 'b', 'c');
  expect(refusals).toEqual([]);
  expect(outcome?.data).toEqual(['a', 'b', 'c']);
  expect(journal.flatMap((entry) => (entry.type === 'happened' ? [entry.id] : []))).toEqual(['rung-1', 'rung-2', 'rung-3']);
});

test('a key of which no event is open is refused, as any item that is not', async () => {
  const { refusals } = await rehearse(procedure, {
    name: 'calls',
    input: { owner: 'owner' },
    start,
    play: () => 'never',
    acts: [{ ...ring('a'), act: { kind: 'happen', id: 'heard', data: {} } }],
  });
  expect(refusals.map(({ refusal }) => refusal.code)).toEqual(['notExpected']);
});
