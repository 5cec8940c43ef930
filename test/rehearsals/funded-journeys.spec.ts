import { instantAt } from '#workflows/calendar/paris-time.js';
import { measureEffects, type FollowUpContext } from '#workflows/ftap/tasks/follow-up.js';
import { journeyTold } from '#workflows/ftap/tasks/funded-journeys.js';
import type { Rehearsal } from '#workflows/kit/rehearsal.js';
import { by, type Course } from '#workflows/reconversion/course/course.js';
import { heard } from '#workflows/reconversion/course/index.js';
import { run } from '../builders/ftap-rehearsal.js';
import { breach, clawback } from '../builders/money-paths.js';
import { promisesReconverted, tells } from '../builders/funded-journeys.js';
import { all, asked, intervene } from '../builders/read-rehearsal.js';
import { journey } from '../builders/reconversion.js';
import { threeMonthPaths, withdrawsWhenHeard } from '../builders/reconversion-paths.js';

const grant = 'FTAP-2026-000001';
const funded = { input: { fundedBy: grant } };
const toldToGrant = (rehearsal: Rehearsal) => all(rehearsal, 'informed').filter(({ event }) => event === 'journey-told');
const news = (rehearsal: Rehearsal) => toldToGrant(rehearsal).map(({ data }) => data);
const ref = 'RECONV-2026-000001';
const namesOn =
  (afterDays: number, named: string = grant): Course[string] =>
  ({ nth }) =>
    nth === 1 ? { afterDays, answer: named === '' ? {} : { grant: named }, by: 'manager-2', roles: ['programManager'] } : 'never';

describe('a journey that a grant pays for', () => {
  test('tells it when it begins, how the jury ends, the post and each piece of news: a reference, never a name', async () => {
    const rehearsal = await journey(3, {}, funded);
    expect(news(rehearsal)).toEqual([
      { ref, what: 'started' },
      { ref, what: 'completed' },
      { ref, what: 'assigned', inPost: true },
      { ref, what: 'followUp', months: 3, inPost: true },
      { ref, what: 'followUp', months: 6, inPost: true },
    ]);
    for (const data of news(rehearsal)) expect(journeyTold.form(undefined).safeParse(data).success).toBe(true);
    expect(JSON.stringify(toldToGrant(rehearsal))).not.toContain('participant-1');
    expect(new Set(toldToGrant(rehearsal).map((entry) => [entry.ref, entry.by].join()))).toEqual(new Set([`${grant},programManager-1`]));
    expect(all(rehearsal, 'measured').find(({ indicator }) => indicator === 'journey/funded')).toMatchObject({
      value: 1,
      evidence: [grant],
    });
  });

  test('tells that it was left or not passed', async () => {
    expect(news(await journey(3, withdrawsWhenHeard, funded))).toEqual([
      { ref, what: 'started' },
      { ref, what: 'left' },
    ]);
    const failed = await journey(3, { 'jury-held': (item) => (item.optional ? 'never' : heard(item, 'fail')) }, funded);
    expect(news(failed).at(-1)).toEqual({ ref, what: 'failed' });
  });

  test('tells nothing before it begins: not of a candidate who is not retained, nor of one who withdraws', async () => {
    const refusal = { verdict: 'refuse', reasons: 'Le projet ne correspond pas au métier visé.' };
    const refused = await journey(3, { 'select-candidate': (item) => ({ afterDays: 6, answer: refusal, by: by(item) }) }, funded);
    const withdrawn = await journey(
      3,
      {},
      { ...funded, acts: [intervene('2026-05-02', { kind: 'withdraw', reason: 'Un autre projet' }, 'participant-1', 'participant')] },
    );
    expect([refused.outcome?.kind, withdrawn.outcome?.kind]).toEqual(['notSelected', 'withdrawn']);
    expect([...news(refused), ...news(withdrawn)]).toEqual([]);
  });

  test('the program manager names the grant, also once it has begun; then it stays', async () => {
    const late = await journey(3, { 'funding-named': namesOn(120) });
    const [begun] = all(late, 'measured').filter(({ indicator }) => indicator === 'journey/started');
    expect(news(late)[0]).toEqual({ ref, what: 'started' });
    expect(toldToGrant(late)[0]?.at).toBeGreaterThan(begun?.at ?? Infinity);
    expect(all(late, 'expected').filter(({ event }) => event === 'funding-named')).toHaveLength(1);
    expect(toldToGrant(late)[0]?.by).toBe('manager-2');
  });

  test('before day one another grant may be named, or none', async () => {
    const other = await journey(3, { 'funding-named': namesOn(5, 'FTAP-2026-000002') }, funded);
    expect(new Set(toldToGrant(other).map((entry) => entry.ref))).toEqual(new Set(['FTAP-2026-000002']));
    const none = await journey(3, { 'funding-named': namesOn(5, '') }, funded);
    expect(news(none)).toEqual([]);
  });

  test('is a named path of both clocks', () => {
    expect(Object.keys(threeMonthPaths)).toContain('paid for by a grant, named once it has begun');
  });
});

describe('the grant that pays for journeys', () => {
  const promising = { application: promisesReconverted() };
  const measured = (rehearsal: Rehearsal, prefix: string) =>
    all(rehearsal, 'measured').flatMap(({ indicator, value, evidence = [] }) =>
      indicator.startsWith(prefix) ? [[indicator, value, ...evidence]] : [],
    );

  test('counts each piece of news once, with the journey’s reference as its evidence', async () => {
    const rehearsal = await run({ 'journey-told': tells() }, promising);
    expect(measured(rehearsal, 'funded/')).toEqual([
      ['funded/started', 1, 'RECONV-1'],
      ['funded/started', 1, 'RECONV-2'],
      ['funded/left', 1, 'RECONV-2'],
      ['funded/completed', 1, 'RECONV-1'],
      ['funded/assigned', 0, 'RECONV-1'],
      ['funded/inPost/m3', 1, 'RECONV-1'],
    ]);
  });

  test('agents reconverted are counted by themselves, at once and at each milestone; the others are measured by the beneficiary', async () => {
    const rehearsal = await run({ 'journey-told': tells() }, promising);
    expect(measured(rehearsal, 'effect/2/m')).toEqual([
      ['effect/2/m0', 1, 'RECONV-1'],
      ['effect/2/m12', 1, 'RECONV-1'],
      ['effect/2/m24', 1, 'RECONV-1'],
      ['effect/2/m36', 1, 'RECONV-1'],
    ]);
    const contexts = asked(rehearsal, measureEffects.key).map(({ context }) => context as FollowUpContext);
    expect(contexts.map(({ effects }) => effects.map(({ key }) => key))).toEqual([['1'], ['1'], ['1']]);
    expect(contexts[0]?.journeys).toEqual({ started: 2, completed: 1, inPost: 1 });
  });

  test('with nothing else promised nobody is asked for a measure, and the grant is completed all the same', async () => {
    const rehearsal = await run({ 'journey-told': tells() }, { application: promisesReconverted([]) });
    expect(asked(rehearsal, measureEffects.key)).toEqual([]);
    expect(measured(rehearsal, 'effect/1/m').at(-1)).toEqual(['effect/1/m36', 1, 'RECONV-1']);
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('hears nothing before both have signed; still hears once everything is taken back', async () => {
    const early = { at: instantAt('2024-03-01', '15:20'), by: 'manager-1', roles: ['programManager'] as const };
    const { refusals } = await run(
      {},
      { acts: [{ ...early, act: { kind: 'happen', id: 'journey-told', data: { what: 'started', ref: 'RECONV-1' } } }] },
    );
    expect(refusals.map(({ refusal }) => refusal.code)).toEqual(['notExpected']);
    const taken = await run({
      'breach-found': breach(60),
      'written-observations': () => 'never',
      'decide-clawback': clawback({ decision: 'total' }),
      'journey-told': ({ nth }) => (nth === 2 ? { afterDays: 1, answer: { what: 'started', ref: 'RECONV-1' }, by: 'manager-1' } : 'never'),
    });
    expect(taken.outcome?.kind).toBe('clawedBack');
    expect(measured(taken, 'funded/')).toEqual([['funded/started', 1, 'RECONV-1']]);
  });
});
