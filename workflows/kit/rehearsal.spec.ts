import { trial, type TrialInput } from '../../test/builders/trial-procedure.js';
import { addDays } from '../calendar/civil-date.js';
import { workingDays, days } from '../calendar/term.js';
import { instantAt } from '../calendar/paris-time.js';
import { fold } from './fold.js';
import type { Entry, EntryType, Intervention } from './journal.js';
import type { Act } from './messages.js';
import type { Role } from './people.js';
import { rehearse, rehearseFrom, type Play, type Player, type Scenario, type ScheduledAct } from './rehearsal.js';

const start = instantAt('2026-01-05', '10:00');
const on = (day: string) => instantAt(day, '14:30');

const everybody: Record<string, (nth: number) => Play> = {
  check: () => ({ afterDays: 2, answer: { verdict: 'complete' }, by: 'reviewer-1' }),
  pieces: () => ({ afterDays: 10, answer: { note: 'voici' }, by: 'applicant-1' }),
  opinion: (nth) => ({ afterDays: nth, answer: { favourable: true }, by: `expert-${nth}` }),
  mark: (nth) => ({ afterDays: nth, answer: { mark: 12 }, by: `reviewer-${nth}` }),
  signature: () => ({ afterDays: 4, answer: { on: '2026-03-01' }, by: 'applicant-1' }),
  'child-trial': () => ({ afterDays: 3, answer: { kind: 'granted' }, by: 'child' }),
  'decide-intervention': () => ({ afterDays: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }),
};
const playing =
  (change: Record<string, (nth: number) => Play> = {}): Player =>
  ({ key, nth }) =>
    ({ ...everybody, ...change })[key]?.(nth) ?? 'never';

const scenario = (change: Partial<Scenario<TrialInput>> = {}): Scenario<TrialInput> => ({
  name: 'trial',
  input: { owner: 'applicant-1', experts: 2 },
  start,
  play: playing(),
  ...change,
});

const intervene = (day: string, intervention: Intervention, by = 'manager-1', roles: Role[] = ['programManager']): ScheduledAct => ({
  at: on(day),
  by,
  roles,
  act: { kind: 'intervene', intervention },
});
const answer = (day: string, id: string, value: unknown, by: string, roles: Role[]): ScheduledAct => ({
  at: on(day),
  by,
  roles,
  act: { kind: 'answer', id, answer: value } satisfies Act,
});

const types = (journal: readonly Entry[]) => journal.map(({ type }) => type);
const all = <T extends EntryType>(journal: readonly Entry[], type: T) =>
  journal.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);

test('a case runs from its first day to its outcome', async () => {
  const { journal, outcome, refusals } = await rehearse(trial, scenario());
  expect(refusals).toEqual([]);
  expect(outcome).toEqual({ kind: 'granted' });
  expect(all(journal, 'entered').map(({ stage }) => stage)).toEqual(['check', 'study', 'result']);
  expect(all(journal, 'measured')).toMatchObject([{ indicator: 'opinions', value: 2 }]);
});

test('reminders go out at nine: at half the term, five and one working days before; then the manager, then the direction', async () => {
  const { journal } = await rehearse(
    trial,
    scenario({ play: playing({ check: () => ({ afterDays: 30, answer: { verdict: 'complete' }, by: 'reviewer-1' }) }) }),
  );
  const clock = journal.flatMap((entry) =>
    'id' in entry && entry.id === 'check-1' && entry.type !== 'asked' ? [{ type: entry.type, at: entry.at }] : [],
  );
  expect(clock).toEqual([
    { type: 'reminded', at: instantAt('2026-01-08', '09:00') },
    { type: 'reminded', at: instantAt('2026-01-09', '09:00') },
    { type: 'overdue', at: instantAt('2026-01-13', '00:00') },
    { type: 'escalated', at: instantAt('2026-01-13', '00:00') },
    { type: 'escalated', at: instantAt('2026-01-19', '09:00') },
    { type: 'answered', at: start + 30 * 86_400_000 },
  ]);
});

test('waiting for pieces stops the decision clock, and the sum can be done again by hand', async () => {
  const play = playing({ check: (nth) => ({ afterDays: 2, answer: { verdict: nth === 1 ? 'pieces' : 'complete' }, by: 'reviewer-1' }) });
  const { journal } = await rehearse(trial, scenario({ play }));
  const [restarted] = all(journal, 'clockRestarted');
  expect(restarted?.due).toMatchObject({
    from: '2026-01-05',
    lastDay: addDays('2026-03-05', 10),
    suspensions: [{ from: '2026-01-07', until: '2026-01-17', days: 10, cause: 'Attente de pièces', basis: 'CRPA L114-5' }],
  });
});

test('while a clock stands, its sum says since when and why, through a pause of the whole case', async () => {
  const play = playing({
    check: (nth) => ({ afterDays: 2, answer: { verdict: nth === 1 ? 'pieces' : 'complete' }, by: 'reviewer-1' }),
    pieces: () => 'never',
  });
  const acts = [
    intervene('2026-01-10', { kind: 'pause', cause: 'service', reason: 'Réorganisation' }),
    intervene('2026-01-15', { kind: 'resume', reason: 'Reprise' }),
  ];
  const { journal } = await rehearse(trial, scenario({ play, acts }), { until: instantAt('2026-01-20', '00:00') });
  const clock = fold(undefined, journal).waits.find(({ kind }) => kind === 'clock');
  expect(clock).toMatchObject({
    stopped: true,
    due: {
      suspensions: [
        { from: '2026-01-07', until: null, cause: 'Attente de pièces', basis: 'CRPA L114-5' },
        { from: '2026-01-10', until: '2026-01-15', cause: 'service', days: 5 },
      ],
    },
  });
});

test('pieces that never come lapse', async () => {
  const play = playing({ check: () => ({ afterDays: 2, answer: { verdict: 'pieces' }, by: 'reviewer-1' }), pieces: () => 'never' });
  const { outcome, journal } = await rehearse(trial, scenario({ play }));
  expect(outcome).toEqual({ kind: 'abandoned' });
  expect(journal.at(-1)?.at).toBe(instantAt('2026-02-07', '00:00'));
});

test('a person marks once only, and nobody answers what is not addressed to them', async () => {
  const { refusals } = await rehearse(
    trial,
    scenario({
      acts: [
        answer('2026-01-08', 'mark-2', { mark: 3 }, 'reviewer-1', ['reviewer']),
        answer('2026-01-08', 'mark-2', { mark: 3 }, 'expert-1', ['expert']),
        answer('2026-01-08', 'mark-2', { mark: 21 }, 'reviewer-3', ['reviewer']),
        answer('2026-01-08', 'check-1', { verdict: 'complete' }, 'reviewer-3', ['reviewer']),
      ],
    }),
  );
  expect(refusals.map(({ refusal: { code } }) => code)).toEqual(['separationOfDuties', 'notAddressee', 'answerInvalid', 'taskNotOpen']);
});

test('nothing can be answered while the case is paused; what was due moves by the pause', async () => {
  const acts = [
    intervene('2026-01-07', { kind: 'pause', cause: 'service', reason: 'Réorganisation' }),
    answer('2026-01-12', 'mark-2', { mark: 3 }, 'reviewer-2', ['reviewer']),
    intervene('2026-02-06', { kind: 'resume', reason: 'Reprise' }),
  ];
  const play = playing({ mark: (nth) => ({ afterDays: 40 + nth, answer: { mark: 12 }, by: `reviewer-${nth}` }) });
  const { journal, refusals } = await rehearse(trial, scenario({ play, acts }));
  expect(refusals).toMatchObject([{ refusal: { code: 'casePaused' } }]);
  const moved = Object.fromEntries(all(journal, 'moved').map(({ id, due }) => [id, due.lastDay]));
  // Eight working days from 7 January, none counted before 6 February; the legal clock gains thirty days.
  expect(moved).toMatchObject({ 'mark-1': '2026-02-17', 'decision-1': addDays('2026-03-05', 30) });
});

test('an expert may ask for one extension of half the term; a second is refused', async () => {
  const extend = (day: string, n: number) =>
    intervene(day, { kind: 'extend', id: 'opinion-1', term: workingDays(n), reason: 'Congés' }, 'expert-1', ['expert']);
  const acts = [extend('2026-01-08', 6), extend('2026-01-08', 5), extend('2026-01-13', 1)];
  const play = playing({ opinion: (nth) => ({ afterDays: nth === 1 ? 15 : 1, answer: { favourable: true }, by: `expert-${nth}` }) });
  const { journal, refusals } = await rehearse(trial, scenario({ play, acts }));
  expect(refusals.map(({ refusal: { code } }) => code)).toEqual(['extensionNotAllowed', 'extensionNotAllowed']);
  expect(all(journal, 'extended')).toMatchObject([{ id: 'opinion-1', by: 'manager-2' }]);
  expect(all(journal, 'moved')).toMatchObject([{ id: 'opinion-1', due: { lastDay: '2026-01-28' } }]);
});

test('who asks does not decide: a request opens a task for somebody else, and a refusal is told with its reason', async () => {
  const acts = [intervene('2026-01-06', { kind: 'pause', cause: 'service', reason: 'Absence' }, 'applicant-1', ['applicant'])];
  const play = playing({
    'decide-intervention': () => ({
      afterDays: 1,
      answer: { verdict: 'decline', reason: 'Le calendrier ne le permet pas' },
      by: 'manager-2',
      roles: ['programManager'],
    }),
  });
  const { journal } = await rehearse(trial, scenario({ play, acts }));
  expect(types(journal)).not.toContain('paused');
  expect(all(journal, 'asked').find(({ task }) => task === 'decide-intervention')).toMatchObject({
    except: ['applicant-1'],
    to: { role: 'programManager' },
  });
  expect(all(journal, 'told')).toContainEqual(expect.objectContaining({ template: 'interventionDeclined' }));
});

test('withdrawing drops what is open, tells who was at work, and ends the case', async () => {
  const acts = [intervene('2026-01-06', { kind: 'withdraw', reason: 'Projet abandonné' }, 'applicant-1', ['applicant'])];
  const { journal, outcome } = await rehearse(trial, scenario({ acts }));
  expect(outcome).toEqual({ kind: 'withdrawn', reason: 'Projet abandonné' });
  expect(types(journal).slice(-4)).toEqual(['withdrawn', 'dropped', 'told', 'closed']);
});

describe('correcting an answer', () => {
  const correct = (value: unknown) => intervene('2026-01-09', { kind: 'correct', id: 'mark-1', answer: value, reason: 'Erreur de saisie' });
  const late = playing({
    mark: (nth) => ({ afterDays: nth * 1, answer: { mark: 12 }, by: `reviewer-${nth}` }),
    opinion: () => ({ afterDays: 6, answer: { favourable: true }, by: 'expert-1' }),
  });

  test('a second person approves; the story then reads the corrected answer', async () => {
    const { journal, outcome } = await rehearse(trial, scenario({ play: late, acts: [correct({ mark: 2 })] }));
    expect(all(journal, 'corrected')).toMatchObject([{ id: 'mark-1', by: 'manager-2', answer: { mark: 2 } }]);
    expect(all(journal, 'answered').find(({ id }) => id === 'mark-1')).toMatchObject({ answer: { mark: 12 } });
    expect(outcome).toEqual({ kind: 'refused' });
  });

  test('is refused when the past would have gone another way, and says so to who asked', async () => {
    const acts = [intervene('2026-01-09', { kind: 'correct', id: 'check-1', answer: { verdict: 'pieces' }, reason: 'Erreur' })];
    const { journal, outcome } = await rehearse(trial, scenario({ play: late, acts }));
    expect(types(journal)).not.toContain('corrected');
    expect(all(journal, 'told')).toContainEqual(
      expect.objectContaining({ template: 'interventionImpossible', data: { kind: 'correct', code: 'correctionDiverges' } }),
    );
    expect(outcome).toEqual({ kind: 'granted' });
  });
});

test('resumes from every prefix through every intervention', async () => {
  const acts = [
    intervene('2026-01-06', { kind: 'pause', cause: 'service', reason: 'Absence' }, 'applicant-1', ['applicant']),
    intervene('2026-01-20', { kind: 'resume', reason: 'Reprise' }),
    intervene('2026-01-21', { kind: 'extend', id: 'opinion-2', term: workingDays(3), reason: 'Congés' }),
    intervene('2026-01-23', { kind: 'reassign', id: 'mark-2', to: { role: 'reviewer', person: 'reviewer-2' }, reason: 'Spécialité' }),
    intervene('2026-01-22', { kind: 'extend', id: 'opinion-1', term: workingDays(2), reason: 'Congés' }, 'expert-1', ['expert']),
    intervene('2026-01-26', { kind: 'correct', id: 'mark-1', answer: { mark: 9 }, reason: 'Erreur de saisie' }),
    intervene('2026-01-27', { kind: 'correct', id: 'check-1', answer: { verdict: 'pieces' }, reason: 'Erreur' }),
  ];
  const play = playing({
    check: () => ({ afterDays: 16, answer: { verdict: 'complete' }, by: 'reviewer-1' }),
    opinion: (nth) => ({ afterDays: 10 + nth, answer: { favourable: true }, by: `expert-${nth}` }),
    mark: (nth) => ({ afterDays: 3, afterHours: nth, answer: { mark: 12 }, by: `reviewer-${nth}` }),
  });
  const whole = scenario({ input: { owner: 'applicant-1', experts: 2, withChild: true }, play, acts });
  const { journal } = await rehearse(trial, whole);
  expect(types(journal)).toEqual(
    expect.arrayContaining(['paused', 'resumed', 'extended', 'reassigned', 'corrected', 'childClosed', 'moved']),
  );
  for (let cut = 0; cut <= journal.length; cut++) {
    const again = await rehearseFrom(trial, whole, JSON.parse(JSON.stringify(journal.slice(0, cut))) as Entry[]);
    expect({ cut, journal: again.journal }).toEqual({ cut, journal });
  }
});

test('a changed story is caught at the entry where it does something else', async () => {
  const { journal } = await rehearse(trial, scenario());
  const changed = {
    ...trial,
    story: ((file, input) => {
      file.measure('new', 1, 'fait');
      return trial.story(file, input);
    }) as typeof trial.story,
  };
  await expect(rehearseFrom(changed, scenario(), journal.slice(0, 10))).rejects.toThrow('entry 2');
});

test('a case may adopt a revision that asks what the past answered: open dates are computed anew, the past stays', async () => {
  const shorter: typeof trial = {
    ...trial,
    revision: 'r2',
    story: (file, input) => trial.story({ ...file, ask: shorten(file.ask) }, input),
  };
  const shorten = (ask: typeof trial extends never ? never : Parameters<typeof trial.story>[0]['ask']) =>
    ((task: { key: string }, options: object) =>
      ask(task as never, { ...options, ...(task.key === 'check' && { within: days(3) }) } as never)) as typeof ask;
  const acts = [intervene('2026-01-06', { kind: 'adopt', revision: 'r2', reason: 'Nouveau règlement' }, 'admin-1', ['administrator'])];
  const play = playing({ check: () => ({ afterDays: 20, answer: { verdict: 'complete' }, by: 'reviewer-1' }) });
  const { journal } = await rehearse(trial, scenario({ play, acts }), { revision: (id) => (id === 'r2' ? (shorter as never) : undefined) });
  expect(all(journal, 'asked')[0]).toMatchObject({ id: 'check-1', due: { lastDay: '2026-01-12' } });
  expect(all(journal, 'adopted')).toMatchObject([{ revision: 'r2', by: 'manager-2' }]);
  expect(all(journal, 'moved')).toMatchObject([{ id: 'check-1', due: { lastDay: '2026-01-08' } }]);
  expect(fold(undefined, journal)).toMatchObject({ revision: 'r2', status: 'closed' });
});
