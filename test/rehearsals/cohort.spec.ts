import { addDays } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { cohortR1 } from '#workflows/cohort/cohort.r1.js';
import type { CohortInput } from '#workflows/cohort/input.js';
import type { Entry, EntryOf, EntryType } from '#workflows/kit/journal.js';
import { rehearse, rehearseFrom, type Player, type Scenario, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { aCohort, aParticipant, applies, aPlan, brings, cohortPlayer } from '../builders/cohort.js';

const [one, two, three] = [1, 2, 3].map(aParticipant) as [string, string, string];
const refOf = (n: number) => `COHORTE-1-${n}`;
const asks = (on: string, n: number) => brings(on, 'seat-asked', { ref: refOf(n) });
const leaves = (on: string, n: number) => brings(on, 'member-left', { ref: refOf(n) });

const scenario = (
  acts: readonly ScheduledAct[],
  { play = cohortPlayer(), input = aCohort() }: { play?: Player; input?: CohortInput } = {},
): Scenario<CohortInput> => ({
  name: 'cohort',
  ref: 'COHORTE-1',
  input,
  start: instantAt('2026-02-02', '10:17'),
  play,
  acts,
});
const of = <T extends EntryType>(journal: readonly Entry[], type: T) => journal.filter((entry): entry is EntryOf<T> => entry.type === type);
const informed = (journal: readonly Entry[], event: string) =>
  of(journal, 'informed').flatMap((entry) => (entry.event === event ? [[entry.ref, entry.data] as const] : []));
const told = (journal: readonly Entry[], template: string) =>
  of(journal, 'told').flatMap((entry) => (entry.template === template ? [entry.to.person] : []));

const threeApply = [applies('2026-02-03', one), applies('2026-02-04', two), applies('2026-02-05', three)];
const threeAsk = [asks('2026-03-02', 1), asks('2026-03-03', 2), asks('2026-03-04', 3)];

describe('members', () => {
  test('each application opens a case of its own, with the dates of the cohort; the same person applies once', async () => {
    const { journal, refusals } = await rehearse(cohortR1, scenario([...threeApply, applies('2026-02-06', one)]));
    expect(refusals).toEqual([]);
    expect(of(journal, 'childOpened').map(({ ref }) => ref)).toEqual([refOf(1), refOf(2), refOf(3)]);
    expect(of(journal, 'childOpened')[0]).toMatchObject({
      procedure: 'reconversion-3m',
      input: { owner: one, cohort: 'COHORTE-1', calendar: { startsOn: '2026-03-25', juryOn: '2026-06-18' }, template: { months: 3 } },
    });
  });

  test('nobody applies after the last day; a cohort without an application ends there', async () => {
    const { outcome, refusals } = await rehearse(cohortR1, scenario([applies('2026-03-05', one)]));
    expect(outcome).toEqual({ kind: 'empty' });
    expect(refusals.map(({ refusal }) => refusal.code)).toEqual([]);
    expect(
      (await rehearse(cohortR1, scenario([...threeApply, applies('2026-03-05', one)]))).refusals.map(({ refusal }) => refusal.code),
    ).toEqual(['notExpected']);
  });

  test('seats go to those who ask in their order, with the coach who has most room; who is too many waits', async () => {
    const { journal } = await rehearse(cohortR1, scenario([...threeApply, ...threeAsk]), { until: instantAt('2026-03-10', '10:00') });
    expect(informed(journal, 'seat-given')).toEqual([
      [refOf(1), { startsOn: '2026-03-25', juryOn: '2026-06-18', resitBy: '2026-07-13', coach: 'coach-1' }],
      [refOf(2), expect.objectContaining({ coach: 'coach-2' })],
    ]);
  });

  test.each<[string, ScheduledAct[], Player]>([
    ['says that they leave', [leaves('2026-03-10', 2)], cohortPlayer()],
    [
      '’s case ends',
      [],
      cohortPlayer({ 'child-reconversion-3m': ({ nth }) => ({ afterDays: nth === 2 ? 34 : 300, answer: { kind: 'left' }, by: 'child' }) }),
    ],
  ])('when somebody %s, the first of the waiting list gets the seat by itself', async (_case, acts, play) => {
    const { journal } = await rehearse(cohortR1, scenario([...threeApply, ...threeAsk, ...acts], { play }));
    expect(informed(journal, 'seat-given').map(([ref]) => ref)).toEqual([refOf(1), refOf(2), refOf(3)]);
  });

  test('a seat that is freed once the cohort has started is given to nobody', async () => {
    const { journal } = await rehearse(cohortR1, scenario([...threeApply, ...threeAsk, leaves('2026-04-01', 2)]));
    expect(informed(journal, 'seat-given').map(([ref]) => ref)).toEqual([refOf(1), refOf(2)]);
  });
});

describe('a change of plan', () => {
  const moved = aPlan('2026-04-08');
  const change = (on: string, plan = moved) => brings(on, 'plan-changed', { plan, why: 'La salle n’est plus libre.' });
  const release = (verdict: 'send' | 'undo') =>
    cohortPlayer({ 'release-change': () => ({ afterHours: 2, answer: { verdict }, by: 'manager-1', roles: ['programManager'] }) });
  const before = [...threeApply, ...threeAsk];

  test('is told to nobody until the end of the next working day, then to everybody whom it concerns', async () => {
    const { journal } = await rehearse(cohortR1, scenario([...before, change('2026-03-06')]), { until: instantAt('2026-03-09', '23:00') });
    expect(informed(journal, 'calendar-changed')).toEqual([]);
    const { journal: after } = await rehearse(cohortR1, scenario([...before, change('2026-03-06')]), {
      until: instantAt('2026-03-10', '01:00'),
    });
    expect(informed(after, 'calendar-changed').map(([ref]) => ref)).toEqual([refOf(1), refOf(2), refOf(3)]);
    expect(informed(after, 'calendar-changed')[0]?.[1]).toMatchObject({ startsOn: '2026-04-08', why: 'La salle n’est plus libre.' });
    expect(told(after, 'session-moved')).toEqual(['trainer-1', 'trainer-2']);
    expect(told(after, 'jury-convened').slice(-3)).toEqual(['coach-1', 'jury-1', 'jury-2']);
  });

  test('is undone as long as nothing was sent, and then moves nothing', async () => {
    const { journal } = await rehearse(cohortR1, scenario([...before, change('2026-03-06')], { play: release('undo') }));
    expect(of(journal, 'informed').filter(({ event }) => event === 'calendar-changed')).toEqual([]);
    expect(of(journal, 'entered').find(({ stage }) => stage === 'sessions')?.at).toBe(instantAt('2026-03-25', '00:00'));
  });

  test('moves the start, and what was asked for the former days is dropped', async () => {
    const { journal } = await rehearse(cohortR1, scenario([...before, change('2026-03-06')], { play: release('send') }));
    expect(of(journal, 'entered').find(({ stage }) => stage === 'sessions')?.at).toBe(instantAt('2026-04-08', '00:00'));
    expect(of(journal, 'asked').filter(({ task }) => task === 'open-jury')[0]?.context).toMatchObject({ heldOn: moved.jury.on });
  });

  test('that takes a coach away gives their participants to another, with five working days together', async () => {
    const without = aPlan('2026-03-25', { coaches: [{ person: 'coach-2', load: 1 }], jury: aCohort().plan.jury });
    const { journal } = await rehearse(cohortR1, scenario([...before, change('2026-03-06', without)], { play: release('send') }));
    expect(informed(journal, 'coach-changed')).toEqual([
      [refOf(1), { coach: 'coach-2', previous: 'coach-1', overlapUntil: '2026-03-13', why: 'La salle n’est plus libre.' }],
    ]);
  });

  test('is overtaken when the jury was postponed in its grace', async () => {
    const play = cohortPlayer({
      'open-jury': ({ nth, context }) =>
        nth === 1
          ? { afterDays: 2, answer: { sitting: 'postponed', to: '2026-07-01', why: 'La moitié du jury est absente.' }, by: 'manager-1' }
          : { afterDays: 20, answer: { sitting: 'held', present: (context as { people: string[] }).people }, by: 'manager-1' },
    });
    const { journal } = await rehearse(cohortR1, scenario([...before, change('2026-03-26')], { play }));
    expect(told(journal, 'change-overtaken')).toHaveLength(1);
    expect(informed(journal, 'calendar-changed')[0]?.[1]).toMatchObject({ juryOn: '2026-07-01' });
  });
});

describe('the jury', () => {
  const acts = [...threeApply, ...threeAsk];

  test('a coach never judges their own participant, and every result reaches its case', async () => {
    const { journal, outcome } = await rehearse(cohortR1, scenario(acts));
    const asked = of(journal, 'asked').filter(({ task }) => task === 'give-result');
    expect(asked.map(({ to, except, context }) => [(context as { ref: string }).ref, to.person, except])).toEqual([
      [refOf(1), 'jury-1', ['coach-1']],
      [refOf(2), 'coach-1', undefined],
    ]);
    expect(informed(journal, 'jury-held').map(([ref, data]) => [ref, (data as { judges: string[] }).judges])).toEqual([
      [refOf(1), ['jury-1', 'jury-2']],
      [refOf(2), ['coach-1', 'jury-1', 'jury-2']],
    ]);
    expect(of(journal, 'measured').map(({ indicator, value }) => [indicator, value])).toEqual([
      ['seated', 2],
      ['passed', 2],
    ]);
    expect(outcome).toEqual({ kind: 'ended', data: { members: 3 } });
  });

  test('who has coached a participant before does not judge them either', async () => {
    const lost = aPlan('2026-03-25', { coaches: [{ person: 'coach-2', load: 3 }] });
    const changed = brings('2026-03-09', 'plan-changed', { plan: lost, why: 'Un coach quitte le service.' });
    const { journal } = await rehearse(cohortR1, scenario([...acts, changed]));
    expect(informed(journal, 'jury-held').map(([ref, data]) => [ref, (data as { judges: string[] }).judges])).toEqual([
      [refOf(1), ['jury-1', 'jury-2']],
      [refOf(2), ['coach-1', 'jury-1', 'jury-2']],
    ]);
  });

  test('who declared a tie stands aside; without a quorum the participant is heard at the second sitting', async () => {
    const play = cohortPlayer({
      'declare-ties': ({ to }) => ({
        afterDays: 1,
        answer: { sincere: true, ...(to?.person !== 'coach-1' && { ties: [one] }) },
        by: to?.person ?? '',
      }),
      'open-jury': ({ nth, context, openedAt }) => ({
        afterHours: (instantAt((context as { heldOn: string }).heldOn, '10:00') - openedAt) / 3_600_000,
        answer: { sitting: 'held', present: nth === 1 ? ['coach-1', 'jury-1'] : ['jury-1'] },
        by: 'manager-1',
      }),
    });
    const { journal } = await rehearse(cohortR1, scenario(acts, { play }), { until: instantAt('2026-12-01', '10:00') });
    expect(informed(journal, 'jury-held').map(([ref]) => ref)).toEqual([refOf(2)]);
    const sittings = of(journal, 'produced');
    expect(sittings[0]?.data).toMatchObject({
      participants: [
        { ref: refOf(1), result: 'adjourned', judges: [], recused: ['coach-1', 'jury-1', 'jury-2'] },
        { ref: refOf(2), result: 'pass' },
      ],
    });
    expect(
      of(journal, 'asked')
        .filter(({ task }) => task === 'open-jury')
        .map(({ context }) => (context as { heldOn: string }).heldOn)
        .slice(0, 2),
    ).toEqual(['2026-06-18', '2026-07-13']);
  });

  test('hears again once, on the day for it, whom it says', async () => {
    const play = cohortPlayer({
      'give-result': ({ nth, to, context }) => ({
        afterHours: 1,
        answer: {
          result: nth === 1 ? 'resit' : (context as { again: boolean }).again ? 'fail' : 'pass',
          why: 'Le mémoire est à reprendre.',
        },
        by: to?.person ?? '',
      }),
    });
    const { journal } = await rehearse(cohortR1, scenario(acts, { play }));
    expect(informed(journal, 'jury-held').map(([ref, data]) => [ref, (data as { result: string }).result])).toEqual([
      [refOf(1), 'resit'],
      [refOf(2), 'pass'],
      [refOf(1), 'fail'],
    ]);
  });
});

test('the trainer of the next session is reminded, and says when they cannot come', async () => {
  const play = cohortPlayer({
    'confirm-session': ({ nth, to }) =>
      nth === 1 ? 'never' : { afterDays: 1, answer: { verdict: 'unavailable', why: 'Congé maladie prévu.' }, by: to?.person ?? '' },
  });
  const { journal } = await rehearse(cohortR1, scenario([...threeApply, ...threeAsk], { play }));
  const first = addDays('2026-03-25', 1);
  expect(
    of(journal, 'reminded')
      .filter(({ id }) => id === 'confirm-session-1')
      .map(({ at }) => at),
  ).toEqual([instantAt('2026-03-19', '09:00'), instantAt('2026-03-25', '09:00')]);
  expect(of(journal, 'lapsed').find(({ id }) => id === 'confirm-session-1')?.at).toBe(instantAt(addDays(first, 1), '00:00'));
  expect(told(journal, 'trainer-unavailable')).toHaveLength(1);
});

test('a cohort resumes from every prefix of its journal', async () => {
  const whole = scenario([
    ...threeApply,
    ...threeAsk,
    leaves('2026-03-10', 2),
    brings('2026-03-12', 'plan-changed', { plan: aPlan('2026-04-08'), why: 'La salle n’est plus libre.' }),
  ]);
  const { journal } = await rehearse(cohortR1, whole);
  for (const cut of journal.keys())
    expect(JSON.stringify((await rehearseFrom(cohortR1, whole, journal.slice(0, cut + 1))).journal)).toBe(JSON.stringify(journal));
});
