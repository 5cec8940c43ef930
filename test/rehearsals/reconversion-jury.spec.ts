import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { by } from '#workflows/reconversion/course/course.js';
import { heard } from '#workflows/reconversion/course/index.js';
import { journey } from '../builders/reconversion.js';
import { all, asked, letters, stages, told } from '../builders/read-rehearsal.js';

const after =
  (days: number, answer: unknown) =>
  (item: OpenItem): Play => ({ afterDays: days, answer, by: by(item) });
const until = (day: string) => ({ until: instantAt(day, '00:00') });
const jury =
  (...results: readonly ('pass' | 'resit' | 'fail')[]) =>
  (item: OpenItem): Play => {
    if (item.optional) return 'never';
    const { mayResit } = item.context as { mayResit: boolean };
    return heard(item, (mayResit ? results[0] : results[1]) ?? 'pass');
  };
const juries = (rehearsal: Awaited<ReturnType<typeof journey>>) => all(rehearsal, 'expected').filter(({ event }) => event === 'jury-held');
const juryOn = '2026-08-29';

describe('R7 – soutenance', () => {
  test('the thesis and the coach’s opinion are there five working days before', async () => {
    const rehearsal = await journey(3);
    const due = addWorkingDays(juryOn, -5, 'metropole');
    expect(asked(rehearsal, 'hand-in-thesis')).toMatchObject([{ to: { role: 'participant' }, due: { lastDay: due } }]);
    expect(asked(rehearsal, 'coach-opinion')).toMatchObject([{ to: { person: 'coach-1' }, due: { lastDay: due }, onLapse: 'waive' }]);
  });

  test('the jury may be heard of from the seat on; the case waits for it once everything is handed in', async () => {
    const rehearsal = await journey(3);
    expect(juries(rehearsal).map(({ optional, due }) => [optional, due?.lastDay])).toEqual([
      [true, undefined],
      [undefined, juryOn],
    ]);
  });

  test('the coach of the participant never judges them', async () => {
    const rehearsal = await journey(
      3,
      { 'jury-held': (item) => (item.optional ? 'never' : heard(item, 'pass', ['jury-1', 'coach-1'])) },
      until('2026-09-30'),
    );
    expect(rehearsal.refusals.find(({ refusal }) => refusal.code === 'answerInvalid')?.refusal.fields).toEqual({
      judges: 'Le coach du participant ne peut pas le juger.',
    });
  });

  test('a jury that moves is awaited on its new day, and the thesis before it', async () => {
    const rehearsal = await journey(3, {
      'calendar-changed': (item) =>
        item.nth === 1 ? after(220, { startsOn: '2026-05-15', juryOn: '2026-09-18', resitBy: '2026-10-16', sessions: [] })(item) : 'never',
    });
    expect(juries(rehearsal).at(-1)?.due?.lastDay).toBe('2026-09-18');
    expect(asked(rehearsal, 'hand-in-milestone')).toHaveLength(3);
    expect(asked(rehearsal, 'hand-in-thesis').at(-1)?.due?.lastDay).toBe('2026-09-11');
  });

  test('a result that comes before the last milestone ends what is still open', async () => {
    const rehearsal = await journey(3, {
      'jury-held': (item) => (item.optional ? ({ ...(heard(item, 'pass') as object), afterDays: 180 } as Play) : 'never'),
    });
    expect(stages(rehearsal)).not.toContain('defence');
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('passed: result and certificate by letter; the employer learns that, and nothing of the jury’s words', async () => {
    const rehearsal = await journey(3);
    expect(letters(rehearsal).slice(1)).toEqual(['jury-result', 'journey-certificate']);
    expect(all(rehearsal, 'told').filter(({ to }) => to.role === 'employer')).toMatchObject([{ template: 'journey-completed' }]);
    expect(all(rehearsal, 'told').find(({ template }) => template === 'journey-completed')).not.toHaveProperty('data');
  });
});

describe('a second hearing', () => {
  test('once, by the day that the cohort keeps for it', async () => {
    const rehearsal = await journey(3, { 'jury-held': jury('resit', 'pass') });
    expect(juries(rehearsal).at(-1)).toMatchObject({ context: { mayResit: false }, due: { lastDay: '2026-09-23' } });
    expect(told(rehearsal)).toContain('jury-resit');
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('not twice', async () => {
    const rehearsal = await journey(3, { 'jury-held': jury('resit', 'resit') }, until('2026-10-30'));
    expect(rehearsal.refusals.find(({ refusal }) => refusal.code === 'answerInvalid')).toBeDefined();
  });

  test('failed again, and not contested: milestones are certified, and kept', async () => {
    const rehearsal = await journey(3, { 'jury-held': jury('resit', 'fail') });
    expect(rehearsal.outcome).toEqual({ kind: 'failed', data: { validated: ['foundations', 'track', 'practice'] } });
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({ document: 'journey-certificate', data: { kind: 'attended' } });
  });
});

describe('appeal before another jury', () => {
  const lodged = { 'appeal-lodged': after(20, { grounds: 'Le jury n’a pas lu mon livrable.', documents: [] }) };
  const failed = { 'jury-held': jury('fail'), ...lodged };
  const annulled = (person: string) => ({
    'answer-appeal': (): Play => ({
      afterDays: 20,
      answer: { verdict: 'annul', reasons: 'Le livrable répond aux attendus du parcours.' },
      by: person,
      roles: ['juryMember'],
    }),
  });

  test('within two clear months (CJA R421-1)', async () => {
    const rehearsal = await journey(3, { 'jury-held': jury('fail') });
    expect(all(rehearsal, 'expected').find(({ event }) => event === 'appeal-lodged')?.due).toMatchObject({
      lastDay: '2026-10-30',
      term: { n: 2, unit: 'months', clear: true, clock: 'legal' },
    });
  });

  test('by others than the first jury and the coach', async () => {
    const rehearsal = await journey(3, failed);
    expect(asked(rehearsal, 'answer-appeal')).toMatchObject([
      { to: { role: 'juryMember' }, except: ['participant-1', 'coach-1', 'jury-1', 'jury-2'] },
    ]);
    expect((await journey(3, { ...failed, ...annulled('jury-1') })).refusals).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ refusal: expect.objectContaining({ code: 'separationOfDuties' }) as unknown }),
      ]) as object[],
    );
  });

  test('annulled: the journey is completed', async () => {
    const rehearsal = await journey(3, { ...failed, ...annulled('jury-9') });
    expect(letters(rehearsal).slice(1)).toEqual(['jury-result', 'journey-appeal-decision', 'journey-certificate']);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('silence of two months rejects it (CRPA L231-4, 5°), and the way to court is told', async () => {
    const rehearsal = await journey(3, { ...failed, 'answer-appeal': () => 'never' });
    expect(all(rehearsal, 'told').find(({ template }) => template === 'appeal-rejected-by-silence')?.data).toEqual({
      bornOn: '2026-11-18',
      courtUntil: '2027-01-19',
    });
    expect(rehearsal.outcome).toMatchObject({ kind: 'failed' });
  });

  test('of a selection the direction answers; annulled, the candidate is retained', async () => {
    const rehearsal = await journey(3, {
      'select-candidate': after(6, { verdict: 'refuse', reasons: 'Le projet professionnel ne correspond pas.' }),
      ...lodged,
      'answer-appeal': (item) => ({
        afterDays: 20,
        answer: { verdict: 'annul', reasons: 'L’expérience de l’agent répond aux attendus.' },
        by: by(item),
      }),
    });
    expect(asked(rehearsal, 'answer-appeal')).toMatchObject([{ to: { role: 'direction' }, except: ['participant-1', 'programManager-1'] }]);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });
});

describe('R8 – affectation et suivi', () => {
  test('the program manager is told when there is no post after a month', async () => {
    const rehearsal = await journey(3, { 'record-assignment': () => 'never' }, until('2026-10-15'));
    expect(asked(rehearsal, 'record-assignment')).toMatchObject([{ due: { lastDay: '2026-09-29' } }]);
    expect(all(rehearsal, 'escalated').find(({ id }) => id === 'record-assignment-1')).toMatchObject({ to: 'programManager' });
  });

  test('what counts is the last news: a post found later is a post', async () => {
    const rehearsal = await journey(3, {
      'record-assignment': after(10, { result: 'notYet', why: 'Le poste est en cours de création.' }),
    });
    expect(all(rehearsal, 'measured').slice(-3)).toMatchObject([
      { indicator: 'journey/assigned', value: 0 },
      { indicator: 'journey/followUp/m3', value: 1 },
      { indicator: 'journey/followUp/m6', value: 1 },
    ]);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('who gives no news is not counted, and not chased', async () => {
    const rehearsal = await journey(3, { 'answer-follow-up': () => 'never' });
    expect(all(rehearsal, 'measured').at(-1)).toMatchObject({ indicator: 'journey/assigned' });
    expect(all(rehearsal, 'escalated').filter(({ id }) => id.startsWith('answer-follow-up'))).toEqual([]);
    expect(asked(rehearsal, 'answer-follow-up').map(({ at }) => civilDateAt(at))).toEqual(['2026-11-29', '2027-02-28']);
  });
});
