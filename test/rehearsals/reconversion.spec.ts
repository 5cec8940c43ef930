import fc from 'fast-check';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, rehearseFrom, type Player, type Scenario } from '#workflows/kit/rehearsal.js';
import { aFileId } from '#workflows/reconversion/course/course.js';
import { reconversion3mR1, reconversion6mR1 } from '#workflows/reconversion/reconversion.r1.js';
import { projectManager, strategyAdviser } from '#workflows/reconversion/templates.js';
import { aJourney, journey, journeyPlayers } from '../builders/reconversion.js';
import { randomPlayer } from '../builders/random-answers.js';
import { all, letters, stages, told } from '../builders/read-rehearsal.js';

const measures = (rehearsal: Awaited<ReturnType<typeof journey>>) =>
  Object.fromEntries(all(rehearsal, 'measured').map(({ indicator, value }) => [indicator, value]));

describe('a journey that goes well', () => {
  test('three months, R0 to R8: from the application to a post, with news at three and six months', async () => {
    const rehearsal = await journey(3);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
    expect(stages(rehearsal)).toEqual([
      ...['application', 'agreement', 'selection', 'seat', 'convention'],
      ...['month1', 'month2', 'month3', 'defence', 'assignment', 'followUp'],
    ]);
    expect(letters(rehearsal)).toEqual(['journey-convention', 'jury-result', 'journey-certificate']);
    expect(measures(rehearsal)).toEqual({
      'journey/selected': 1,
      'journey/started': 1,
      'journey/milestone/foundations': 1,
      'journey/milestone/track': 1,
      'journey/milestone/practice': 1,
      'journey/completed': 1,
      'journey/assigned': 1,
      'journey/followUp/m3': 1,
      'journey/followUp/m6': 1,
    });
  });

  test('six months, S0 to S10: no prerequisite, a mid-term review, a mission accepted by its sponsor', async () => {
    const rehearsal = await journey(6);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
    expect(stages(rehearsal).slice(5)).toEqual(['month1', 'month2', 'month3', 'midTerm', 'mission', 'defence', 'assignment', 'followUp']);
    const reviews = all(rehearsal, 'asked').filter(({ task }) => task === 'review-milestone');
    expect(reviews.map(({ to }) => to)).toEqual([
      ...Array.from({ length: 3 }, () => ({ role: 'coach', person: 'coach-1' })),
      { role: 'employer', group: 'host' },
    ]);
    expect(told(rehearsal)).toContain('mid-term-continued');
  });

  test('who follows up, and when, is the template’s: twelve months may be added', async () => {
    const template = { ...projectManager, followUpMonths: [3, 6, 12] };
    const rehearsal = await journey(3, {}, { input: { template } });
    expect(Object.keys(measures(rehearsal)).slice(-3)).toEqual(['journey/followUp/m3', 'journey/followUp/m6', 'journey/followUp/m12']);
  });
});

describe('what a journey begins with', () => {
  const valid = aJourney(3);
  test.each([
    ['a track that the template does not have', { ...valid, track: 'other' }, /voie/],
    ['no track where there are several', { ...valid, track: undefined }, /voie/],
    ['a template of six months', { ...valid, template: strategyAdviser }, /3 mois/],
    ['an application without a CV', { ...valid, application: { ...valid.application, cv: [] } }, /Joignez/],
  ])('is refused with %s', (_case, input, message) => {
    const result = reconversion3mR1.input.safeParse(input);
    expect(result.error?.issues.map((issue) => issue.message).join()).toMatch(message);
  });

  test('is kept as it is when it is right', () => {
    expect(reconversion3mR1.input.parse(valid)).toEqual(valid);
    expect(reconversion3mR1.summarise({ ...valid, application: { ...valid.application, cv: [aFileId], siret: '99900001100018' } })).toEqual(
      {
        title: 'Chef de projet ou de produit numérique',
        owner: 'participant-1',
        bodyName: 'Institut Exemple',
        siret: '99900001100018',
      },
    );
  });
});

/** Whoever applies gets as far as day one; from there on everybody acts at random. */
const beyondDayOne = new Set(['give-agreement', 'take-positioning', 'select-candidate', 'seat-given', 'sign-journey-convention']);
const fromDayOne = (seed: number): Player => {
  const [typical, random] = [journeyPlayers(), randomPlayer(seed)];
  return (item) => (beyondDayOne.has(item.key) ? typical(item) : random(item));
};

describe.each([
  [3, reconversion3mR1],
  [6, reconversion6mR1],
] as const)('any life of %s months from day one on', (months, procedure) => {
  const life = (seed: number): Scenario<ReturnType<typeof aJourney>> => ({
    name: `life ${seed}`,
    input: aJourney(months),
    start: instantAt('2026-01-05', '10:17'),
    play: fromDayOne(seed),
  });
  const anySeed = fc.integer({ min: 1, max: 1_000_000 });

  test('ends', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, async (seed) => {
        const { outcome, waitsFor } = await rehearse(procedure, life(seed));
        expect({ ended: outcome !== undefined, waitsFor }).toEqual({ ended: true, waitsFor: [] });
      }),
      { numRuns: 60 },
    );
  });

  test('is taken up from any point of its journal', async () => {
    await fc.assert(
      fc.asyncProperty(anySeed, fc.nat(), async (seed, at) => {
        const { journal } = await rehearse(procedure, life(seed));
        const again = await rehearseFrom(procedure, life(seed), journal.slice(0, 1 + (at % journal.length)));
        expect(JSON.stringify(again.journal)).toBe(JSON.stringify(journal));
      }),
      { numRuns: 40 },
    );
  });
});
