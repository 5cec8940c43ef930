import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import type { DirectorsYearInput } from '#workflows/directors-year/input.js';
import { rehearse, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { hears, type Plays, wasThere, yearPlayer } from '../builders/directors-paths.js';
import { aYear } from '../builders/directors-year.js';
import { act, all, asked, intervene, letters, stages, told } from '../builders/read-rehearsal.js';

/** A year from Monday 5 January 2026 that goes well but for what is changed; its session is on the 19th. */
const year = (plays: Plays = {}, change: Partial<DirectorsYearInput> = {}, acts: ScheduledAct[] = []) =>
  rehearse(directorsYearR1, {
    name: 'year',
    ref: 'ANNEE-2026-000001',
    input: aYear(change),
    start: instantAt('2026-01-05', '10:00'),
    play: yearPlayer(plays),
    acts,
  });
type Rehearsed = Awaited<ReturnType<typeof year>>;

const entered = (rehearsal: Rehearsed, stage: string) => {
  const entry = all(rehearsal, 'entered').find((one) => one.stage === stage);
  return entry && civilDateAt(entry.at);
};
const lastDay = (rehearsal: Rehearsed, task: string) => asked(rehearsal, task)[0]?.due?.lastDay;
const silent = () => 'never' as const;

test('a year that goes well: four phases, a commitment signed, an attestation, a last look six months later', async () => {
  const rehearsal = await year();
  expect(rehearsal.refusals).toEqual([]);
  expect(stages(rehearsal)).toEqual(['launch', 'projection', 'deepening', 'closing', 'followUp']);
  expect(letters(rehearsal)).toEqual(['commitment', 'attestation']);
  expect(rehearsal.outcome?.kind).toBe('completed');
  expect(all(rehearsal, 'measured').map(({ indicator, value }) => [indicator, value])).toEqual([
    ['visits-attended', 2],
    ['activities-attended', 2],
    ['commitment-kept', 1],
    ['change-still-there', 1],
  ]);
});

describe('D1: the launch', () => {
  test('the commitment is signed within fifteen working days of the session attended', async () => {
    const rehearsal = await year();
    expect(lastDay(rehearsal, 'prepare-commitment')).toBe('2026-02-09');
    expect(lastDay(rehearsal, 'sign-commitment')).toBe('2026-02-09');
  });

  test('a delegate may prepare it, and only the director may sign it', async () => {
    const byDelegate = act('2026-01-27', 'delegate-1', 'director', {
      kind: 'answer',
      id: 'sign-commitment-1',
      answer: { verdict: 'sign', mine: true },
    });
    const rehearsal = await year(
      { 'sign-commitment': ({ to }) => ({ afterDays: 9, answer: { verdict: 'sign', mine: true }, by: to?.person ?? '' }) },
      {},
      [byDelegate],
    );
    expect(all(rehearsal, 'answered').find(({ id }) => id === 'prepare-commitment-1')?.by).toBe('delegate-1');
    expect(rehearsal.refusals.map(({ refusal }) => refusal.code)).toEqual(['notAddressee']);
    expect(all(rehearsal, 'answered').find(({ id }) => id === 'sign-commitment-1')?.by).toBe('director-1');
  });

  test('the director may have it taken up again before signing', async () => {
    const rehearsal = await year({
      'sign-commitment': ({ nth, to }) => ({
        afterDays: 1,
        answer: nth === 1 ? { verdict: 'correct', why: 'La cible est trop basse.' } : { verdict: 'sign', mine: true },
        by: to?.person ?? '',
      }),
    });
    expect(asked(rehearsal, 'prepare-commitment')[1]?.context).toMatchObject({ correction: 'La cible est trop basse.' });
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('ten working days late, somebody is asked to call', async () => {
    const late = await year({
      'sign-commitment': ({ to }) => ({ afterDays: 60, answer: { verdict: 'sign', mine: true }, by: to?.person ?? '' }),
    });
    const calls = all(late, 'escalated').filter(({ id }) => id === 'sign-commitment-1');
    expect(calls.map(({ at, to }) => [civilDateAt(at), to])).toEqual([
      ['2026-02-10', 'programManager'],
      ['2026-02-23', 'programManager'],
    ]);
  });

  test('absence: the next session; the visits begin without waiting for it', async () => {
    const rehearsal = await year({ 'launch-held': wasThere(false, true) });
    expect(told(rehearsal)).toContain('launch-missed');
    expect(stages(rehearsal).slice(0, 2)).toEqual(['launch', 'projection']);
    expect(entered(rehearsal, 'projection')).toBe('2026-01-20');
    expect(lastDay(rehearsal, 'diagnose')! > '2026-02-09').toBe(true);
    expect(rehearsal.outcome?.kind).toBe('completed');
  });
});

describe('D2 and D3: visits, then activities', () => {
  test('phase 2 ends with the second visit, phase 3 with the second activity', async () => {
    const rehearsal = await year();
    const attended = all(rehearsal, 'happened').filter(({ id }) => id.startsWith('seat-news'));
    expect(entered(rehearsal, 'deepening')).toBe(civilDateAt(attended[1]!.at));
    expect(entered(rehearsal, 'closing')).toBe(civilDateAt(attended[3]!.at));
  });

  test('without enough of them, at the end of months 6 and 11', async () => {
    const rehearsal = await year({ 'seat-news': silent });
    expect(entered(rehearsal, 'deepening')).toBe('2026-07-06');
    expect(entered(rehearsal, 'closing')).toBe('2026-12-06');
  });

  test('an edition sets its own minimum', async () => {
    const terms = { ...aYear().terms, minimumVisits: 1 };
    const rehearsal = await year({ 'seat-news': hears([30, 'a', 'visit', 'attended']) }, { terms });
    expect(entered(rehearsal, 'deepening')).toBe('2026-02-04');
  });

  test('a visit made in phase 3 counts as one', async () => {
    const late = hears(
      [200, 'a', 'visit', 'attended'],
      [5, 'b', 'visit', 'attended'],
      [5, 'c', 'activity', 'attended'],
      [5, 'd', 'activity', 'attended'],
    );
    const rehearsal = await year({ 'seat-news': late });
    expect(entered(rehearsal, 'deepening')).toBe('2026-07-06');
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('the same visit told twice counts once', async () => {
    const rehearsal = await year({ 'seat-news': hears([30, 'a', 'visit', 'attended'], [5, 'a', 'visit', 'attended']) });
    expect(entered(rehearsal, 'deepening')).toBe('2026-07-06');
  });

  test('a missed visit: another one is offered by itself, and nothing is held against anybody', async () => {
    const rehearsal = await year({ 'seat-news': hears([20, 'a', 'visit', 'confirmed'], [20, 'a', 'visit', 'missed']) });
    expect(told(rehearsal)).toContain('seat-missed');
    expect(all(rehearsal, 'escalated').filter(({ id }) => id.startsWith('seat-news'))).toEqual([]);
  });
});

describe('D4: the closing', () => {
  test.each([
    ['kept', { result: 'kept', evidence: 'Neuf projets sur onze.', documents: [] }, 1],
    ['postponed', { result: 'postponed', until: '2027-06-30', evidence: 'Cinq projets sur onze.', documents: [] }, 0],
    ['given up, which is a result too', { result: 'givenUp', evidence: 'La réorganisation a tout déplacé.', documents: [] }, 0],
  ])('the commitment is %s, with what shows it', async (_case, answer, kept) => {
    const rehearsal = await year({ 'review-commitment': () => ({ afterDays: 20, answer, by: 'director-1' }) });
    expect(all(rehearsal, 'measured').find(({ indicator }) => indicator === 'commitment-kept')?.value).toBe(kept);
    expect(all(rehearsal, 'produced').at(-1)?.data).toMatchObject({ result: answer.result });
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('is expected by day 365, and what is missing may be caught up for 60 days', async () => {
    const rehearsal = await year({ 'review-commitment': silent });
    expect(lastDay(rehearsal, 'review-commitment')).toBe(addDays('2026-01-05', 365));
    expect(entered(rehearsal, 'catchUp')).toBe(addDays('2026-01-05', 366));
    expect(all(rehearsal, 'told').find(({ template }) => template === 'catch-up')?.data).toEqual({
      days: 60,
      left: { launch: false, commitment: false, visits: 0, activities: 0, review: true },
    });
    expect(all(rehearsal, 'clockExpired').at(-1)?.id).toBe('catch-up-ends-1');
    expect(rehearsal.outcome?.kind).toBe('partial');
  });

  test('the catch-up ends as soon as nothing is missing', async () => {
    const rehearsal = await year({
      'review-commitment': () => ({
        afterDays: 260,
        answer: { result: 'kept', evidence: 'Neuf projets sur onze.', documents: [] },
        by: 'director-1',
      }),
    });
    expect(stages(rehearsal)).toContain('catchUp');
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('a year in which nobody came still ends, with an attestation that is silent about it', async () => {
    const rehearsal = await year({ 'launch-held': silent, 'seat-news': silent });
    expect(rehearsal.outcome).toEqual({
      kind: 'partial',
      data: { launch: true, commitment: true, visits: 2, activities: 2, review: true },
    });
  });
});

describe('change of post', () => {
  test('transfer: the year follows the director to the new body, once a second person agrees', async () => {
    const transfer = {
      kind: 'transfer',
      owner: 'director-1',
      bodyName: 'Direction du budget',
      siret: '99900008500018',
      reason: 'Nommée directrice du budget',
    } as const;
    const rehearsal = await year({}, {}, [intervene('2026-03-02', transfer)]);
    expect(all(rehearsal, 'transferred')).toMatchObject([{ bodyName: 'Direction du budget' }]);
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('freeze: every term moves by exactly the pause', async () => {
    const rehearsal = await year({ 'seat-news': silent }, {}, [
      intervene('2026-03-02', { kind: 'pause', cause: 'service', reason: 'Intérim de poste' }),
      intervene('2026-04-01', { kind: 'resume', reason: 'Prise de poste' }),
    ]);
    expect(entered(rehearsal, 'deepening')).toBe(addDays('2026-07-06', 30));
  });

  test('end: seats that were held go to who waits, and nothing more is asked', async () => {
    const rehearsal = await year({
      'seat-news': hears([30, 'a', 'visit', 'confirmed'], [1, 'b', 'activity', 'waiting', 2], [1, 'c', 'visit', 'missed']),
      'year-ended': () => ({ afterDays: 60, answer: { why: 'changeOfPost' }, by: 'manager-1' }),
    });
    expect(rehearsal.outcome).toEqual({ kind: 'ended', reason: 'changeOfPost' });
    expect(all(rehearsal, 'informed')).toMatchObject([
      { ref: 'a', event: 'presence-said', data: { case: 'ANNEE-2026-000001', coming: false } },
      { ref: 'b', event: 'presence-said' },
    ]);
    expect(told(rehearsal).at(-1)).toBe('year-ended');
  });
});
