import { trial, type TrialInput } from '../../test/builders/trial-procedure.js';
import { civilDateAt, instantAt } from '../calendar/paris-time.js';
import { days, workingDays } from '../calendar/term.js';
import { adoptionOf, type AdoptionVerdict } from './adoption.js';
import type { CaseFile } from './case-file.js';
import { fold } from './fold.js';
import type { Entry } from './journal.js';
import type { Procedure } from './procedure.js';
import { rehearse, rehearseFrom, type OpenItem, type Play, type Scenario, type ScheduledAct } from './rehearsal.js';

const start = instantAt('2026-01-05', '10:00');
const at = (day: string) => instantAt(day, '12:00');
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The trial procedure in a second revision, in which the vocabulary says other things. */
const revised = (change: (file: CaseFile) => Partial<CaseFile>, more: Partial<Procedure<TrialInput>> = {}): Procedure =>
  ({
    ...trial,
    revision: 'r2',
    story: (file, input) => trial.story({ ...file, ...change(file) }, input),
    ...more,
  }) satisfies Procedure<TrialInput> as unknown as Procedure;

/** One task asked in other words. */
const asking = (key: string, options: object) =>
  revised((file) => ({
    ask: (task: { key: string }, given: object) => file.ask(task as never, { ...given, ...(task.key === key && options) } as never),
  }));

const good: Readonly<Record<string, Play>> = {
  check: { afterDays: 2, answer: { verdict: 'complete' }, by: 'reviewer-1' },
  pieces: { afterDays: 20, answer: { note: 'Voici.' }, by: 'applicant-1' },
  signature: { afterDays: 4, answer: { on: '2026-03-01' }, by: 'applicant-1' },
};

/** What becomes of a trial case on a day, when this revision is offered to it. */
async function offered(
  to: Procedure,
  day: string,
  { plays = {}, acts = [] }: { plays?: Readonly<Record<string, Play>>; acts?: ScheduledAct[] } = {},
): Promise<AdoptionVerdict> {
  const play = ({ key, nth }: OpenItem): Play =>
    ({ ...good, mark: { afterDays: 2 + nth, answer: { mark: 12 }, by: `reviewer-${nth}` } satisfies Play, ...plays })[key] ?? 'never';
  const input: TrialInput = { owner: 'applicant-1', experts: 0 };
  const now = at(day);
  const { journal } = await rehearse(trial, { name: 'trial', input, start, play, acts, ref: 'T-1', by: 'applicant-1' }, { until: now });
  const known = [trial as unknown as Procedure, to];
  const told = { start: { procedure: 'trial', revision: 'r1', ref: 'T-1', input, by: 'applicant-1' }, journal, now };
  const before = JSON.stringify(journal);
  const verdict = await adoptionOf(told, to, { revision: (id) => known.find(({ revision }) => revision === id), settle });
  expect(JSON.stringify(journal)).toBe(before);
  return verdict;
}

const pieces: Play = { afterDays: 2, answer: { verdict: 'pieces' }, by: 'reviewer-1' };

test('an open term that the revision shortens moves; one that it leaves alone does not', async () => {
  expect(await offered(asking('check', { within: workingDays(3) }), '2026-01-06')).toEqual({
    verdict: 'moves',
    dates: [{ item: 'check-1', label: 'Vérifier', from: '2026-01-12', to: '2026-01-08' }],
  });
  expect(await offered(asking('check', { within: workingDays(3) }), '2026-01-08')).toEqual({ verdict: 'moves', dates: [] });
});

test('a clock that stands still is no date that moves: it writes its day when it goes on', async () => {
  expect(await offered(asking('nothing', {}), '2026-01-20', { plays: { check: pieces } })).toEqual({ verdict: 'moves', dates: [] });
});

test('a case stays when it is closed, or at a stage that the revision does not take over', async () => {
  expect(await offered(asking('nothing', {}), '2026-12-31')).toEqual({ verdict: 'stays', why: 'Le dossier est clos.' });
  const early = revised(() => ({}), { takesOver: ['check'] });
  expect(await offered(early, '2026-01-06')).toMatchObject({ verdict: 'moves' });
  expect(await offered(early, '2026-01-08')).toEqual({
    verdict: 'stays',
    why: 'La version r2 ne reprend pas les dossiers à l’étape «\u00A0Étude\u00A0».',
  });
});

test('a case stays when it follows that revision already', async () => {
  expect(await offered(trial as unknown as Procedure, '2026-01-06')).toEqual({
    verdict: 'stays',
    why: 'Le dossier suit déjà la version r1.',
  });
});

test('blocked: the entry where the past went another way, and what the revision would have done', async () => {
  const noted = revised((file) => ({
    enter: (stage) => {
      if (stage.id === 'study') file.produce(trial.documents[0] ?? { key: 'letter', label: 'Lettre' });
      file.enter(stage);
    },
  }));
  expect(await offered(noted, '2026-01-06')).toMatchObject({ verdict: 'moves' });
  expect(await offered(noted, '2026-01-08')).toEqual({
    verdict: 'blocked',
    seq: 6,
    why: 'L’écriture 6, du 7 janvier 2026, est l’entrée à l’étape «\u00A0Étude\u00A0»\u202F; à sa place, la version r2 aurait fait le document «\u00A0Lettre\u00A0».',
  });
});

test('blocked: an answer that the revision never asked for', async () => {
  const trusting = revised((file) => ({
    ask: ((task: { key: string }, given: object) =>
      task.key === 'check' ? new Promise(() => undefined) : file.ask(task as never, given as never)) as unknown as CaseFile['ask'],
  }));
  expect(await offered(trusting, '2026-01-06')).toMatchObject({
    verdict: 'blocked',
    seq: 4,
    why: expect.stringMatching(
      /tâche «.Vérifier.», confiée à un instructeur.; à ce moment, la version r2 ne prévoit rien de tel/,
    ) as string,
  });
});

test('blocked: what the revision would already have done cannot be written under a day that has passed', async () => {
  const chatty = revised((file) => ({
    askAll: ((task: { key: string }, options: object) => {
      const answers = file.askAll(task as never, options as never);
      if (task.key === 'mark') file.tell({ role: 'applicant' }, 'under-study');
      return answers;
    }) as unknown as CaseFile['askAll'],
  }));
  const verdict = await offered(chatty, '2026-01-08');
  expect(verdict).toMatchObject({ verdict: 'blocked', why: expect.stringContaining('aurait déjà fait le message') as string });
});

test('blocked: what is open would be asked of others, in another context, or with another effect of silence', async () => {
  for (const options of [{ to: { role: 'reviewer', group: 'campus' } }, { context: { urgent: true } }, { onLapse: 'lapse' }])
    expect(await offered(asking('check', options), '2026-01-06')).toMatchObject({
      verdict: 'blocked',
      seq: 4,
      why: expect.stringContaining('serait demandé autrement') as string,
    });
});

test('blocked: a shorter term may not end on the spot what somebody still had days for', async () => {
  const shorter = asking('pieces', { within: days(10, { clock: 'legal' }) });
  const plays = { check: pieces };
  expect(await offered(shorter, '2026-01-12', { plays })).toMatchObject({
    verdict: 'moves',
    dates: [{ item: 'pieces-1', to: '2026-01-17' }],
  });
  expect(await offered(shorter, '2026-01-20', { plays })).toMatchObject({
    verdict: 'blocked',
    why: expect.stringContaining('son dernier jour était le 17 janvier 2026') as string,
  });
});

test('blocked: a story that fails on this past, and a case whose own revision is gone', async () => {
  const broken = revised((file) => ({
    enter: (stage) => {
      if (stage.id === 'study') throw new RangeError('no study');
      file.enter(stage);
    },
  }));
  expect(await offered(broken, '2026-01-08')).toMatchObject({ verdict: 'blocked', why: expect.stringContaining('no study') as string });
  const { journal } = await rehearse(trial, { name: 't', input: { owner: 'a', experts: 0 }, start, play: () => 'never' }, { until: start });
  const told = { start: { procedure: 'trial', revision: 'r1', ref: 'T', input: { owner: 'a', experts: 0 }, by: 'a' }, journal, now: start };
  expect(await adoptionOf(told, broken, { revision: () => undefined, settle })).toMatchObject({ verdict: 'blocked', seq: 1 });
});

/** A case that adopts a revision on a day, asked by an administrator and granted within the hour. */
const adopting = (day: string, revision: string): ScheduledAct => ({
  at: at(day),
  by: 'admin-1',
  roles: ['administrator'],
  act: { kind: 'intervene', intervention: { kind: 'adopt', revision, reason: 'Nouveau règlement' } },
});

const approving: Readonly<Record<string, Play>> = {
  'decide-intervention': { afterHours: 1, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] },
};

const terms = (revision: string, n: number): Procedure => ({ ...asking('check', { within: workingDays(n) }), revision });

async function lived(acts: ScheduledAct[], revisions: readonly Procedure[]): Promise<{ scenario: Scenario; whole: readonly Entry[] }> {
  const plays: Readonly<Record<string, Play>> = {
    ...good,
    ...approving,
    check: { afterDays: 40, answer: { verdict: 'complete' }, by: 'r-1' },
  };
  const play = ({ key, nth }: OpenItem): Play =>
    key === 'mark' ? { afterDays: 1, answer: { mark: 12 }, by: `m-${nth}` } : (plays[key] ?? 'never');
  const scenario = { name: 'adopting', input: { owner: 'applicant-1', experts: 0 }, start, play, acts, ref: 'T-1', by: 'applicant-1' };
  const { journal } = await rehearse(trial, scenario, { revision: (id) => revisions.find((one) => one.revision === id) });
  return { scenario, whole: journal };
}

const lines = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => {
    if (entry.type === 'adopted') return [`${civilDateAt(entry.at)} ${entry.revision}`];
    return 'id' in entry && entry.id === 'check-1' && ['moved', 'overdue'].includes(entry.type)
      ? [`${civilDateAt(entry.at)} ${entry.type}`]
      : [];
  });

test('what was late by the old count is late again by the new one, when that day comes', async () => {
  const { whole } = await lived([adopting('2026-01-14', 'r2')], [terms('r2', 10)]);
  expect(lines(whole)).toEqual(['2026-01-13 overdue', '2026-01-14 r2', '2026-01-14 moved', '2026-01-20 overdue']);
});

test('a case may move twice, back to the old terms too; it can be taken up at any entry since', async () => {
  const revisions = [terms('r2', 3), terms('r3', 5)];
  const { scenario, whole } = await lived([adopting('2026-01-06', 'r2'), adopting('2026-01-07', 'r3')], revisions);
  expect(lines(whole)).toEqual(['2026-01-06 r2', '2026-01-06 moved', '2026-01-07 r3', '2026-01-07 moved', '2026-01-13 overdue']);
  for (let cut = 1; cut <= whole.length; cut++) {
    const past = whole.slice(0, cut);
    const { revision } = fold(undefined, past);
    const follows = revisions.find((one) => one.revision === revision) ?? (trial as unknown as Procedure);
    const again = await rehearseFrom(follows, scenario, past, { revision: (id) => revisions.find((one) => one.revision === id) });
    expect({ cut, lines: lines(again.journal), entries: again.journal.length }).toEqual({
      cut,
      lines: lines(whole),
      entries: whole.length,
    });
  }
});
