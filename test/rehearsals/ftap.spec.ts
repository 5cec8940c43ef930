import { instantAt } from '#workflows/calendar/paris-time.js';
import { workingDays } from '#workflows/calendar/term.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import { aFileId, anApplication, grid } from '../builders/ftap.js';
import { act, all, asked, intervene, letters, run, stages, told } from '../builders/ftap-rehearsal.js';
import { mainWay } from '../builders/main-way.js';

const pieces = (nth: number, daysGiven = 30): Play => ({
  afterDays: 15,
  answer: { verdict: 'pieces', missing: ['budget'], daysGiven },
  by: `reviewer-${nth}`,
});

describe('from the filed application to the effects', () => {
  test('every stage in order, every letter, every fact, until the last effect is measured', async () => {
    const rehearsal = await run();
    expect(rehearsal.refusals).toEqual([]);
    expect(stages(rehearsal)).toEqual(mainWay);
    expect(letters(rehearsal)).toEqual(['receipt', 'completeness-receipt', 'decision-award', 'convention', 'closing-statement']);
    expect(rehearsal.outcome).toEqual({
      kind: 'completed',
      data: { awardedCents: 100_000_00, paidCents: 100_000_00, clawedBackCents: 0, releasedCents: 0 },
    });
    expect(all(rehearsal, 'measured').map(({ indicator, value }) => [indicator, value])).toEqual([
      ['proposed', 100_000_00],
      ['awarded', 100_000_00],
      ['effect/1/promised', 500],
      ['effect/1/baseline', 0],
      ['committed', 100_000_00],
      ['paid', 30_000_00],
      ['paid', 50_000_00],
      ['paid', 20_000_00],
      ['effect/1/m12', 167],
      ['effect/1/m24', 333],
      ['effect/1/m36', 500],
    ]);
  });

  test('the acknowledgement says when silence becomes a rejection (CRPA R112-5)', async () => {
    const [receipt] = all(await run(), 'produced');
    expect(receipt).toMatchObject({
      document: 'receipt',
      data: { receivedOn: '2024-02-05', implicitDecision: { on: '2024-04-05', direction: 'rejection' } },
    });
  });

  test('between services of the State silence decides nothing', async () => {
    const rehearsal = await run({}, { application: anApplication({ body: { ...anApplication().body, kind: 'stateService' } }) });
    expect(all(rehearsal, 'produced')[0]?.data).toEqual({ receivedOn: '2024-02-05', regime: 'service' });
    expect(all(rehearsal, 'clockStarted')[0]).toMatchObject({ clock: 'decision-promise', due: { term: { clock: 'service' } } });
  });
});

describe('completeness', () => {
  test('V02: pieces asked on 20 February and received on 8 March leave until 22 April 2024 (CRPA L114-5)', async () => {
    const rehearsal = await run({
      'check-completeness': ({ nth }) => (nth === 1 ? pieces(1) : { afterDays: 1, answer: { verdict: 'complete' }, by: 'reviewer-1' }),
      'supply-pieces': () => ({ afterDays: 17, answer: { documents: [aFileId] }, by: 'applicant-1' }),
    });
    expect(all(rehearsal, 'clockRestarted')).toMatchObject([
      { due: { lastDay: '2024-04-22', suspensions: [{ from: '2024-02-20', until: '2024-03-08', days: 17 }] } },
    ]);
    expect(stages(rehearsal).slice(0, 5)).toEqual(['filed', 'completeness', 'awaitingPieces', 'completeness', 'instruction']);
    expect(all(rehearsal, 'produced')[1]).toMatchObject({
      document: 'request-for-pieces',
      data: {
        pieces: [{ label: 'Budget prévisionnel', basis: 'Règlement de l’appel, article 4' }],
        lastDay: '2024-03-21',
        suspends: 'law',
      },
    });
  });

  test('pieces may be asked for twice; each wait adds to the clock', async () => {
    const rehearsal = await run({
      'check-completeness': ({ nth }) =>
        nth < 3
          ? ({ ...(pieces(1) as object), afterDays: 2 } as Play)
          : { afterDays: 1, answer: { verdict: 'complete' }, by: 'reviewer-1' },
    });
    expect(all(rehearsal, 'clockRestarted').at(-1)?.due.suspensions).toMatchObject([{ days: 12 }, { days: 12 }]);
  });

  test('pieces that never come: the reviewer decides on the file as it is, or takes no further action', async () => {
    const rehearsal = await run({
      'check-completeness': ({ nth }) =>
        nth === 1
          ? pieces(1)
          : { afterDays: 1, answer: { verdict: 'noFurtherAction', reasons: 'Le budget n’a jamais été fourni.' }, by: 'reviewer-1' },
      'supply-pieces': () => 'never',
    });
    expect(rehearsal.outcome).toEqual({ kind: 'noFurtherAction', reason: 'Le budget n’a jamais été fourni.' });
    expect(told(rehearsal)).toEqual(['filed', 'pieces-never-came', 'no-further-action']);
    expect(all(rehearsal, 'reminded').filter(({ id }) => id === 'supply-pieces-1')).toHaveLength(3);
    expect(all(rehearsal, 'clockEnded')).toHaveLength(1);
  });

  test('an inadmissible application ends with a written refusal, its reasons and remedies (CRPA L211-5)', async () => {
    const rehearsal = await run({
      'check-completeness': () => ({
        afterDays: 2,
        answer: { verdict: 'inadmissible', reasons: 'L’organisme n’est pas éligible à l’appel.' },
        by: 'reviewer-1',
      }),
    });
    expect(rehearsal.outcome).toMatchObject({ kind: 'inadmissible', reason: 'L’organisme n’est pas éligible à l’appel.' });
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({
      document: 'decision-refusal',
      data: { reasons: ['L’organisme n’est pas éligible à l’appel.'], remedies: 'court', decidedBy: 'reviewer-1' },
    });
  });
});

describe('instruction', () => {
  test('totals more than thirty per cent apart call for a third reviewer, who is neither of the two', async () => {
    const rehearsal = await run({
      'score-application': ({ nth }) => ({ afterDays: 5, afterHours: nth, answer: grid(nth === 1 ? 16 : 11), by: `reviewer-${nth}` }),
    });
    expect(asked(rehearsal, 'score-application').map(({ except = [] }) => except)).toEqual([
      ['applicant-1'],
      ['applicant-1'],
      ['applicant-1', 'reviewer-1', 'reviewer-2'],
    ]);
    expect(all(rehearsal, 'expected')[0]?.context).toMatchObject({ totals: [16, 11, 11] });
  });

  test('totals exactly thirty per cent apart do not', async () => {
    const rehearsal = await run({
      'score-application': ({ nth }) => ({ afterDays: 5, afterHours: nth, answer: grid(nth === 1 ? 10 : 7), by: `reviewer-${nth}` }),
    });
    expect(asked(rehearsal, 'score-application')).toHaveLength(2);
  });

  test('the grids are sealed, and a person fills one only', async () => {
    const rehearsal = await run(
      {},
      { acts: [act('2024-02-20', 'reviewer-1', 'reviewer', { kind: 'answer', id: 'score-application-2', answer: grid() })] },
    );
    expect(asked(rehearsal, 'score-application').map(({ seal }) => seal)).toEqual(['grids', 'grids']);
    // By 20 February both were locked by two people; the same act two days earlier would be refused for the separation.
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'taskNotOpen' } }]);
    const early = await run(
      { 'score-application': ({ nth }) => ({ afterDays: 6 * nth, answer: grid(), by: `reviewer-${nth}` }) },
      { acts: [act('2024-02-16', 'reviewer-1', 'reviewer', { kind: 'answer', id: 'score-application-2', answer: grid() })] },
    );
    expect(early.refusals).toMatchObject([{ refusal: { code: 'separationOfDuties' } }]);
  });

  test('an expert is done without after ten working days; one is extended once, by half', async () => {
    const rehearsal = await run(
      {
        'expert-opinion': ({ nth }) =>
          nth === 1 ? 'never' : { afterDays: 18, answer: { opinion: 'reserved', reasons: 'Le coût par agent est élevé.' }, by: 'expert-2' },
      },
      {
        acts: [
          intervene('2024-02-14', { kind: 'extend', id: 'expert-opinion-2', term: workingDays(5), reason: 'Congés' }, 'expert-2', 'expert'),
        ],
      },
    );
    expect(all(rehearsal, 'lapsed')[0]).toMatchObject({ id: 'expert-opinion-1' });
    expect(all(rehearsal, 'moved')).toMatchObject([{ id: 'expert-opinion-2', due: { lastDay: '2024-03-01' } }]);
    expect(all(rehearsal, 'expected')[0]?.context).toMatchObject({ opinions: ['reserved'] });
  });
});

describe('committee and decision', () => {
  test('postponed, the case comes back at the next session', async () => {
    const rehearsal = await run({
      'committee-heard': ({ nth, due, openedAt }) => ({
        afterHours: ((due?.firesAt ?? openedAt) - openedAt) / 3_600_000 - 8,
        answer:
          nth === 1
            ? { session: 'COMITE-2024-000001', result: 'postponed', metOn: '2024-05-15', why: 'Le budget doit être précisé.' }
            : {
                session: 'COMITE-2024-000002',
                result: 'unfavourable',
                metOn: '2024-06-19',
                why: 'Le budget reste imprécis malgré les compléments.',
              },
        by: 'committee-1',
      }),
      decide: () => ({
        afterDays: 2,
        answer: {
          decision: 'refuse',
          inLaw: 'Article 6 du règlement de l’appel : coût maîtrisé.',
          inFact: 'Le coût par agent formé n’est pas établi.',
        },
        by: 'authority-1',
      }),
    });
    const heard = all(rehearsal, 'expected').filter(({ event }) => event === 'committee-heard');
    expect(heard.map(({ due }) => due?.lastDay)).toEqual(['2024-05-15', '2024-06-19']);
    expect(rehearsal.outcome?.kind).toBe('refused');
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({
      document: 'decision-refusal',
      data: {
        remedies: 'court',
        reasons: ['Article 6 du règlement de l’appel : coût maîtrisé.', 'Le coût par agent formé n’est pas établi.'],
        decidedBy: 'authority-1',
      },
    });
  });

  test('who reviewed the case may not decide on it', async () => {
    const rehearsal = await run({
      decide: () => ({
        afterDays: 3,
        answer: { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères de l’appel.' },
        by: 'reviewer-2',
        roles: ['authority'],
      }),
    });
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'separationOfDuties' } }]);
    expect(rehearsal.outcome).toBeUndefined();
  });

  test('a refusal without reasons of law and of fact is not taken (CRPA L211-5)', async () => {
    const rehearsal = await run({
      decide: () => ({ afterDays: 3, answer: { decision: 'refuse', inLaw: '', inFact: 'non' }, by: 'authority-1' }),
    });
    expect(Object.keys(rehearsal.refusals[0]?.refusal.fields ?? {})).toEqual(['inLaw', 'inFact']);
  });

  test('two months of silence: the implicit rejection is told, and the decision may still come', async () => {
    const rehearsal = await run();
    expect(all(rehearsal, 'clockExpired')).toMatchObject([{ at: instantAt('2024-04-06', '00:00') }]);
    expect(told(rehearsal)).toContain('implicit-rejection');
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('ten working days to decide, across the bridges of May', async () => {
    const rehearsal = await run({
      'committee-heard': () => ({
        afterHours: 1,
        answer: { session: 'COMITE-2024-000001', result: 'favourable', metOn: '2024-04-24', amountCents: 90_000_00 },
        by: 'committee-1',
      }),
      'score-application': ({ nth }) => ({ afterDays: 74, afterHours: nth, answer: grid(), by: `reviewer-${nth}` }),
    });
    const [decision] = asked(rehearsal, 'decide');
    expect(decision?.due).toMatchObject({ from: '2024-04-23', lastDay: '2024-05-10' });
  });
});
