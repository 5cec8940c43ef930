import fc from 'fast-check';
import { addDays, type CivilDate, daysBetween } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { catalogue } from '#workflows/catalogue.js';
import { forecast, type Forecast } from '#workflows/kit/forecast.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { rehearse, type Player, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { typicalPlayerOf } from '#workflows/typical.js';
import { atAnyPace } from '../builders/any-pace.js';
import { aCohort, aParticipant, applies, brings } from '../builders/cohort.js';
import { ftapInput, players } from '../builders/ftap.js';
import { samples } from '../builders/inputs.js';
import { randomPlayer } from '../builders/random-answers.js';
import { act, intervene } from '../builders/read-rehearsal.js';

const start = instantAt('2026-01-05', '10:17');
const known = samples().filter(({ procedure }) => catalogue.includes(procedure));
const lastAt = (journal: readonly Entry[]) => journal.at(-1)?.at ?? start;

const foreseen = (procedure: Procedure, journal: readonly Entry[], now = lastAt(journal), play = typicalPlayerOf(procedure.id)) =>
  forecast({ procedure, journal, now, play });

test('every procedure says how it typically goes', () => {
  expect(() => catalogue.forEach(({ id }) => typicalPlayerOf(id))).not.toThrow();
  expect(() => typicalPlayerOf('training')).toThrow(RangeError);
});

// Hundreds of rehearsals of cases of some years.
jest.setTimeout(60_000);

describe.each(known)('$name', ({ name, procedure, input }) => {
  const played = (play: Player) => rehearse(procedure, { name, input, start, play });

  test('from anywhere on its typical course, the forecast is the rest of it', async () => {
    const { journal, outcome, acts } = await played(typicalPlayerOf(procedure.id));
    for (let cut = 1; cut <= journal.length; cut++) {
      const past = journal.slice(0, cut);
      const told = await foreseen(procedure, past);
      expect([cut, told.endsOn, told.outcome, told.unforeseen]).toEqual([cut, civilDateAt(lastAt(journal)), outcome?.kind, undefined]);
      expect(told.acts.length).toBeLessThanOrEqual(acts.length);
    }
  });

  test('from anywhere on any course it comes to an end, and nothing is expected before today', async () => {
    const anywhere = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      anyhow: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 0, max: 90 }), async ({ seed, share, anyhow }, daysLater) => {
        const { journal } = await played(anyhow ? randomPlayer(seed) : atAnyPace(typicalPlayerOf(procedure.id), `${seed}`));
        const past = journal.slice(0, 1 + Math.floor(share * (journal.length - 1)));
        const now = lastAt(past) + daysLater * 86_400_000;
        const { acts, holdsUntil: _holdsUntil, ...told } = await foreseen(procedure, past, now);
        expect(told).toEqual({ waitsFor: [], endsOn: expect.any(String) as CivilDate, outcome: expect.any(String) as string });
        expect(acts.filter(({ on }) => on < civilDateAt(now))).toEqual([]);
        expect(told.endsOn && told.endsOn >= civilDateAt(now)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('told again on any day until which it holds, it says the same', async () => {
    const anywhere = fc.record({ seed: fc.integer({ min: 1, max: 1_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 0, max: 30 }), fc.nat(400), async ({ seed, share }, late, daysLater) => {
        const { journal } = await played(atAnyPace(typicalPlayerOf(procedure.id), `${seed}`));
        const past = journal.slice(0, 1 + Math.floor(share * (journal.length - 1)));
        const now = lastAt(past) + late * 86_400_000;
        const told = await foreseen(procedure, past, now);
        const left = told.holdsUntil === undefined ? daysLater : Math.min(daysLater, daysBetween(civilDateAt(now), told.holdsUntil));
        // At the end of that day it still holds; time of day moves nothing but what is done that day.
        const again = instantAt(addDays(civilDateAt(now), left), '00:01');
        expect(await foreseen(procedure, past, Math.max(now, again))).toEqual(told);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a grant', () => {
  const [{ procedure, input } = { procedure: undefined, input: undefined }] = known.filter((one) => one.procedure.id === 'ftap');
  if (!procedure) throw new RangeError('No sample of ftap');
  const until = async (day: CivilDate, acts: readonly ScheduledAct[] = [], play = players()) =>
    (await rehearse(procedure, { name: 'grant', input, start, play, acts }, { until: instantAt(day, '23:00') })).journal;
  const at = (day: CivilDate) => instantAt(day, '12:00');
  const keysOn = ({ acts }: Forecast, day: CivilDate) => acts.flatMap(({ key, on }) => (on === day ? [key] : []));

  test('what should have been done long ago is done today, late, and all that follows moves', async () => {
    const filed = await until('2026-01-05');
    const [soon, later] = [await foreseen(procedure, filed, at('2026-01-05')), await foreseen(procedure, filed, at('2026-03-30'))];
    expect([soon.acts[0], later.acts[0]]).toEqual([
      expect.objectContaining({ key: 'check-completeness', role: 'reviewer', on: '2026-01-09', late: false }),
      expect.objectContaining({ key: 'check-completeness', role: 'reviewer', on: '2026-03-30', late: true }),
    ]);
    expect((later.endsOn ?? '') >= (soon.endsOn ?? '')).toBe(true);
  });

  test('who is named is expected to act, whoever typically does; what a group is asked stays the group’s', async () => {
    const to = { role: 'reviewer', person: 'reviewer-7' } as const;
    const named = intervene('2026-01-06', { kind: 'reassign', id: 'check-completeness-1', to, reason: 'Absence' });
    const { acts, waitsFor } = await foreseen(procedure, await until('2026-01-06', [named]));
    expect(waitsFor).toEqual([]);
    expect(acts[0]).toMatchObject({ key: 'check-completeness', person: 'reviewer-7' });
    expect(acts.find(({ key }) => key === 'score-application')).toMatchObject({ role: 'reviewer', group: 'campus' });
  });

  test('what another case brings is nobody’s work on this one', async () => {
    const { acts } = await foreseen(procedure, await until('2026-01-05'));
    expect(acts.map(({ key }) => key)).not.toContain('committee-heard');
    expect(acts.map(({ key }) => key)).toContain('decide');
  });

  test('a case that is paused waits for its resumption, unless that is about to be granted', async () => {
    const pause = intervene('2026-01-06', { kind: 'pause', cause: 'service', reason: 'Réorganisation' });
    const paused = await foreseen(procedure, await until('2026-01-20', [pause]), at('2026-02-02'));
    expect(paused).toEqual({ waitsFor: ['Dossier suspendu\u00a0: service'], acts: [] });
    const asked = act('2026-01-20', 'applicant-1', 'applicant', { kind: 'intervene', intervention: { kind: 'resume', reason: 'Prêt' } });
    const granted = await foreseen(
      procedure,
      await until('2026-01-20', [pause, asked], (item) => (item.key === 'decide-intervention' ? 'never' : players()(item))),
    );
    expect(keysOn(granted, '2026-01-21')).toContain('decide-intervention');
    expect(granted.outcome).toBe('completed');
  });

  test('what nobody is expected to do is said, and counts for whom it is asked of', async () => {
    const careless: Player = (item) => (item.key === 'check-completeness' ? 'never' : players()(item));
    const stuck = await foreseen(procedure, await until('2026-01-05'), at('2026-03-30'), careless);
    expect(stuck).toMatchObject({
      waitsFor: ['Vérifier la complétude et la recevabilité'],
      acts: [{ key: 'check-completeness', on: '2026-03-30', late: true }],
    });
  });

  test('a journal that the story no longer tells is unforeseen, and so is a story that fails', async () => {
    const journal = await until('2026-01-20');
    const other = journal.map((entry) => (entry.type === 'entered' ? { ...entry, stage: 'elsewhere' } : entry));
    const { unforeseen } = await foreseen(procedure, other);
    expect(unforeseen).toBe('L’écriture 2 du journal n’est plus ce que ferait la procédure.');
    const failing: Procedure = { ...procedure, story: () => Promise.reject(new Error('hors service')) };
    expect(await foreseen(failing, journal.slice(0, 1))).toMatchObject({
      acts: [],
      unforeseen: expect.stringContaining('hors service') as string,
    });
    expect((await forecast({ procedure, journal: [], now: start, play: players() })).unforeseen).toBeDefined();
  });

  test('the answers of the typical course fit any call', async () => {
    const small = ftapInput({ call: { committeeDates: ['2026-04-15', '2026-10-15', '2027-06-17'], followUpMonths: [] } });
    const { journal } = await rehearse(
      procedure,
      { name: 'small', input: small, start, play: typicalPlayerOf('ftap') },
      { until: at('2026-02-02') },
    );
    expect((await foreseen(procedure, journal)).waitsFor).toEqual([]);
  });
});

test('a cohort ends when its members’ own forecasts do', async () => {
  const [cohort] = known.filter(({ procedure }) => procedure.id === 'cohort');
  if (!cohort) throw new RangeError('No sample of cohort');
  const { procedure } = cohort;
  const [one, two] = [1, 2].map(aParticipant) as [string, string];
  const acts = [applies('2026-02-03', one), applies('2026-02-04', two), brings('2026-03-02', 'seat-asked', { ref: 'COHORTE-1-1' })];
  const scenario = { name: 'cohort', ref: 'COHORTE-1', input: aCohort(), start: instantAt('2026-02-02', '10:17'), acts };
  const play = typicalPlayerOf('cohort');
  const { journal } = await rehearse(procedure, { ...scenario, play }, { until: instantAt('2026-03-10', '10:00') });
  const children = new Map([
    ['COHORTE-1-1', '2027-02-01'],
    ['COHORTE-1-2', '2026-04-01'],
  ]);
  const told = await forecast({ procedure, journal, now: instantAt('2026-03-10', '12:00'), play, children });
  expect(told).toMatchObject({ endsOn: '2027-02-01', outcome: 'ended' });
  expect(told.acts.find(({ key }) => key === 'open-jury')).toMatchObject({ role: 'programManager', on: '2026-06-18' });
  expect((await foreseen(procedure, journal)).endsOn).toBe(addDays('2026-02-04', 300));
});
