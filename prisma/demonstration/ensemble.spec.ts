import { instantAt } from '#workflows/calendar/paris-time.js';
import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { rehearseFrom } from '#workflows/kit/rehearsal.js';
import { seatedEventR1 } from '#workflows/seated-event/seated-event.r1.js';
import { aSeatedEvent, aYear } from '../../test/builders/directors-year.js';
import { Ensemble } from './ensemble.js';

const start = instantAt('2026-01-05', '10:00');
const never = () => 'never' as const;
const erased = (procedure: unknown) => procedure as Procedure;
const refs = ['ANNEE-1', 'ANNEE-2', 'ANNEE-3'];

/** An event with two seats, and three years that ask for one; the first is paused while the event tells of the day. */
async function played(until = '2026-09-01') {
  const ensemble = new Ensemble();
  const by = 'manager-1';
  const present = ({ key, context }: { key: string; context: unknown }) =>
    key === 'record-attendance' ? { afterDays: 1, answer: { present: (context as { people: string[] }).people }, by } : never();
  ensemble.open({ procedure: erased(seatedEventR1), ref: 'EVENEMENT-1', input: aSeatedEvent({ seats: 2 }), by, play: present }, start);
  for (const ref of refs) {
    ensemble.open({ procedure: erased(directorsYearR1), ref, input: aYear({ owner: ref }), by, play: never }, start);
    const data = { case: ref, director: ref };
    ensemble.at(start + 1_000, async () => {
      await ensemble.act('EVENEMENT-1', { by: ref, roles: ['director'], act: { kind: 'happen', id: 'booked', data } });
    });
  }
  const manager = { by, roles: ['programManager'] } as const;
  const intervene = (on: string, intervention: object) => {
    ensemble.at(instantAt(on, '10:00'), async () => {
      await ensemble.act('ANNEE-1', { ...manager, act: { kind: 'intervene', intervention: intervention as never } });
    });
  };
  intervene('2026-05-04', { kind: 'pause', cause: 'Changement de poste', reason: 'Une nouvelle prise de poste.' });
  intervene('2026-07-06', { kind: 'resume', reason: 'La prise de poste est faite.' });
  await ensemble.play(instantAt(until, '00:00'));
  return ensemble;
}

const told = (ensemble: Ensemble, ref: string) =>
  ensemble
    .case('EVENEMENT-1')
    .journal.filter((entry): entry is EntryOf<'informed'> => entry.type === 'informed' && entry.ref === ref)
    .map(({ data }) => data);
const heard = (ensemble: Ensemble, ref: string) =>
  ensemble
    .case(ref)
    .journal.filter((entry): entry is EntryOf<'happened'> => entry.type === 'happened')
    .map(({ data }) => data);

test('each case hears what the other told it, in the same order, after a pause too', async () => {
  const ensemble = await played();
  for (const ref of refs) expect(heard(ensemble, ref)).toEqual(told(ensemble, ref));
  expect(told(ensemble, 'ANNEE-3').map((news) => (news as { state: string }).state)).toEqual(['waiting', 'confirmed', 'attended']);
  expect(ensemble.refusals).toEqual([]);
  expect(ensemble.undelivered).toBe(0);
});

test('what is told at the last moment is still heard', async () => {
  const ensemble = await played('2026-01-05');
  expect(ensemble.cases.size).toBe(0);
  const first = await played('2026-06-04');
  for (const ref of refs.slice(1)) expect(heard(first, ref)).toEqual(told(first, ref));
  expect(first.undelivered).toBeGreaterThan(0);
});

test('every case can be taken up from its journal', async () => {
  const ensemble = await played();
  for (const { part, journal } of ensemble.cases.values()) {
    const { procedure, input, ref, by } = part;
    const again = await rehearseFrom(procedure, { name: ref, ref, by, input, start, play: never }, journal, { until: ensemble.now });
    expect(again.journal).toEqual(journal);
  }
});
