import { instantAt } from '#workflows/calendar/paris-time.js';
import { clashesOf } from '#workflows/cohort/clashes.js';
import { cohortR1 } from '#workflows/cohort/cohort.r1.js';
import { calendarOf } from '#workflows/cohort/plan.js';
import { memberUnder } from '#workflows/cohort/members-under.js';
import { emptyRegister, memberOf, type Register } from '#workflows/cohort/register.js';
import { cohortState } from '#workflows/cohort/state.js';
import { planUnder, previewOf } from '#workflows/cohort/what-if.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { type Player, rehearse } from '#workflows/kit/rehearsal.js';
import { aCohort, aParticipant, aPlan, applies, brings, cohortPlayer } from '../builders/cohort.js';
import { cohortPaths } from '../builders/cohort-paths.js';
import { randomPlayer } from '../builders/random-answers.js';
import { standInJourney } from '../builders/stand-in-journey.js';

const plan = aPlan('2026-04-07');
const around = { now: instantAt('2026-03-02', '10:00'), today: '2026-03-02', zone: 'metropole', elsewhere: [] } as const;
const why = 'La salle n’est plus libre.';
const register: Register = {
  ...emptyRegister(2, plan),
  members: [
    { ref: 'C-1', owner: aParticipant(1), state: 'seated', coach: 'coach-1' },
    { ref: 'C-2', owner: aParticipant(2), state: 'seated', coach: 'coach-2' },
    { ref: 'C-3', owner: aParticipant(3), state: 'waiting' },
    { ref: 'C-4', owner: aParticipant(4), state: 'left' },
  ],
  queue: ['C-1', 'C-2', 'C-3'],
};

describe('what if', () => {
  test('the start is shifted: every date follows it, to a working day', () => {
    const under = planUnder(plan, { kind: 'shiftStart', startsOn: '2026-04-16' }, 'metropole');
    const { dates } = previewOf(register, under, why, around);
    expect(dates).toEqual([
      { what: 'start', from: '2026-04-07', to: '2026-04-16' },
      { what: 'Conduire un produit', from: '2026-04-08', to: '2026-04-17' },
      // Nine days later is the 1st of May, then a weekend.
      { what: 'Comprendre les usagers', from: '2026-04-22', to: '2026-05-04' },
      { what: 'Atelier', from: '2026-05-07', to: '2026-05-18' },
      { what: 'jury', from: '2026-07-01', to: '2026-07-10' },
      { what: 'resit', from: '2026-07-26', to: '2026-08-04' },
    ]);
  });

  test('the jury is moved: its second sitting follows, everybody who follows the plan hears of it, who left does not', () => {
    const preview = previewOf(register, planUnder(plan, { kind: 'moveJury', on: '2026-07-08' }, 'metropole'), why, around);
    expect(preview.plan.resitBy).toBe('2026-08-03');
    expect(preview.consequences.heard.map(({ ref, event }) => [ref, event])).toEqual([
      ['C-1', 'calendar-changed'],
      ['C-2', 'calendar-changed'],
      ['C-3', 'calendar-changed'],
    ]);
    expect(preview.consequences.notified.map(({ person, template }) => [person, template])).toEqual([
      ['coach-1', 'jury-convened'],
      ['jury-1', 'jury-convened'],
      ['jury-2', 'jury-convened'],
    ]);
  });

  test('a coach is lost: their participants go to another, who then has too many; the one who is lost still does not judge them', () => {
    const preview = previewOf(register, planUnder(plan, { kind: 'loseCoach', person: 'coach-1' }, 'metropole'), why, around);
    expect(memberOf(preview.consequences.register, 'C-1')?.coach).toBe('coach-2');
    expect(preview.dates).toEqual([]);
    expect(preview.clashes.filter(({ isNew }) => isNew)).toEqual([{ kind: 'coachLoad', person: 'coach-2', held: 2, load: 1, isNew: true }]);
    expect(preview.clashes).toContainEqual(expect.objectContaining({ kind: 'recused', ref: 'C-1', people: ['coach-1'], isNew: false }));
  });

  test('a later start gives time to promote: the seats say so', () => {
    const free: Register = { ...register, members: register.members.map((one) => (one.ref === 'C-2' ? { ...one, state: 'left' } : one)) };
    const late = { ...around, today: '2026-04-10' };
    expect(previewOf(free, plan, why, late)).toMatchObject({ promoted: [], seats: { total: 2, taken: 1, waiting: 1 } });
    const later = planUnder(plan, { kind: 'shiftStart', startsOn: '2026-04-20' }, 'metropole');
    expect(previewOf(free, later, why, late)).toMatchObject({ promoted: [{ ref: 'C-3' }], seats: { total: 2, taken: 2, waiting: 0 } });
  });
});

describe('clashes', () => {
  const of = (change: Partial<typeof plan>, elsewhere: Parameters<typeof clashesOf>[1]['elsewhere'] = []) =>
    clashesOf({ ...emptyRegister(2, { ...plan, resitBy: '2026-07-27', ...change }), members: [] }, { ...around, elsewhere });
  const [first, second] = plan.sessions as [(typeof plan.sessions)[number], (typeof plan.sessions)[number]];

  test.each<[string, Parameters<typeof of>, object[]]>([
    ['nothing', [{}], []],
    ['a public holiday', [{ startsOn: '2026-04-06' }], [{ kind: 'dayOff', what: 'start', on: '2026-04-06', holiday: true }]],
    ['a weekend', [{ resitBy: '2026-07-26' }], [{ kind: 'dayOff', what: 'resit', on: '2026-07-26', holiday: false }]],
    [
      'two sessions in one place',
      [{ sessions: [first, { ...second, on: first.on, place: first.place }] }],
      [{ kind: 'place', what: first.title, with: second.title, on: first.on, place: 'insp' }],
    ],
    [
      'a session of another cohort, with the same trainer',
      [{ sessions: [first] }, [{ what: 'Automne : Introduction', on: first.on, place: 'agora', trainer: 'trainer-1' }]],
      [{ kind: 'trainer', what: first.title, with: 'Automne : Introduction', on: first.on, person: 'trainer-1' }],
    ],
    [
      'a session before the start',
      [{ sessions: [{ ...first, on: '2026-04-03' }] }],
      [{ kind: 'outside', what: first.title, on: '2026-04-03' }],
    ],
    ['a day that has passed', [{ sessions: [], startsOn: '2026-02-27' }], [{ kind: 'past', what: 'start', on: '2026-02-27' }]],
  ])('of a plan with %s', (_case, args, clashes) => {
    expect(of(...args)).toEqual(clashes);
  });

  test('a jury that a coach’s recusal leaves without a quorum is one', () => {
    const jury = { ...plan.jury, members: ['coach-1'], quorum: 1 };
    expect(clashesOf({ ...register, plan: { ...plan, jury, resitBy: '2026-07-27' } }, around)).toEqual([
      { kind: 'recused', ref: 'C-1', owner: aParticipant(1), people: ['coach-1'], reached: false },
    ]);
  });
});

describe('a member under a change', () => {
  const input = { owner: aParticipant(1), cohort: 'C', calendar: calendarOf(plan) };
  const play: Player = ({ key }) =>
    key === 'select'
      ? { afterDays: 2, answer: { verdict: 'retain' }, by: 'manager-1' }
      : key === 'seat-given'
        ? { afterDays: 3, answer: { coach: 'coach-1' }, by: 'manager-1' }
        : 'never';
  const lived = async (): Promise<readonly Entry[]> =>
    (
      await rehearse(
        standInJourney,
        { name: 'lived', ref: 'C-1', input, start: instantAt('2026-02-02', '10:00'), play },
        { until: around.now },
      )
    ).journal;
  const member = async () => ({ procedure: standInJourney as unknown as Procedure, journal: await lived(), now: around.now, play });

  test('is rehearsed from its journal: its dates, and what it would say at once', async () => {
    const data = { ...calendarOf({ ...plan, jury: { ...plan.jury, on: '2026-07-08' } }), why };
    const under = await memberUnder(await member(), [{ ref: 'C-1', event: 'calendar-changed', data }]);
    expect(under).toEqual({
      ref: 'C-1',
      dates: [{ what: 'hand-in', item: 'hand-in-2', from: '2026-07-01', to: '2026-07-08' }],
      messages: [
        { kind: 'told', key: 'calendar-changed' },
        { kind: 'asked', key: 'hand-in' },
      ],
      refused: false,
    });
  });

  test('is the same as it is under nothing', async () => {
    expect(await memberUnder(await member(), [])).toEqual({ ref: 'C-1', dates: [], messages: [], refused: false });
  });

  test('says when it could not hear of it', async () => {
    const data = { coach: 'coach-2', previous: 'coach-1', overlapUntil: '2026-03-09', why };
    const journal = (await lived()).slice(0, 3);
    expect(
      await memberUnder({ ...(await member()), journal, play: () => 'never' }, [{ ref: 'C-1', event: 'coach-changed', data }]),
    ).toMatchObject({
      refused: true,
    });
  });
});

describe('the state of a cohort', () => {
  const refOf = (n: number) => `COHORTE-1-${n}`;
  const acts = [
    ...[1, 2, 3].map((n) => applies(`2026-02-0${n + 2}`, aParticipant(n), { track: 'business' })),
    ...[1, 2, 3].map((n) => brings(`2026-03-0${n + 1}`, 'seat-asked', { ref: refOf(n) })),
    brings('2026-03-06', 'member-left', { ref: refOf(2) }),
  ];
  const input = aCohort();
  const lived = (until: string, play: Player = cohortPlayer()) =>
    rehearse(
      cohortR1,
      { name: 'state', ref: 'COHORTE-1', input, start: instantAt('2026-02-02', '10:17'), play, acts },
      { until: instantAt(until, '12:00') },
    );

  test('is read from its journal alone: seats, coaches, waiting list', async () => {
    const { register: now } = cohortState((await lived('2026-03-05')).journal);
    expect(now.members.map(({ ref, state, coach }) => [ref, state, coach])).toEqual([
      [refOf(1), 'seated', 'coach-1'],
      [refOf(2), 'seated', 'coach-2'],
      [refOf(3), 'waiting', undefined],
    ]);
    expect(cohortState((await lived('2026-03-06')).journal).register.members.map(({ state, coach }) => [state, coach])).toEqual([
      ['seated', 'coach-1'],
      ['left', 'coach-2'],
      ['seated', 'coach-2'],
    ]);
  });

  test('holds the change that waits, and its results', async () => {
    const changing = [...acts, brings('2026-03-09', 'plan-changed', { plan: aPlan('2026-04-08'), why })];
    const scenario = {
      name: 'state',
      ref: 'COHORTE-1',
      input,
      start: instantAt('2026-02-02', '10:17'),
      play: cohortPlayer(),
      acts: changing,
    };
    const waiting = cohortState((await rehearse(cohortR1, scenario, { until: instantAt('2026-03-10', '12:00') })).journal);
    expect(waiting.pending).toMatchObject({ why, lastDay: '2026-03-10', item: 'release-change-1', by: 'manager-1' });
    expect(waiting.register.plan).toEqual(input.plan);
    const sent = cohortState((await rehearse(cohortR1, scenario)).journal);
    expect(sent.pending).toBeUndefined();
    expect(sent.register.plan.startsOn).toBe('2026-04-08');
    expect([...sent.results]).toEqual([
      [refOf(1), 'pass'],
      [refOf(3), 'pass'],
    ]);
  });

  test.each([
    ...[1, 2, 3, 4, 5, 6].map((seed) => [`random ${seed}`, randomPlayer(seed)] as const),
    ...cohortPaths.map(({ path, play }) => [path, play] as const),
  ])('is what the story told its members, at every entry: %s', async (_path, play) => {
    const { journal } = await rehearse(cohortR1, {
      name: 'state',
      input: aCohort('2026-01-05'),
      start: instantAt('2026-01-05', '10:17'),
      play,
    });
    const told = new Map<string, string>();
    for (const entry of journal) {
      if (entry.type !== 'informed') continue;
      const { coach } = entry.data as { coach?: string };
      if (coach !== undefined) told.set(entry.ref, coach);
    }
    const { register: now } = cohortState(journal);
    expect(new Map(now.members.flatMap(({ ref, coach }) => (coach === undefined ? [] : [[ref, coach]])))).toEqual(told);
  });
});
