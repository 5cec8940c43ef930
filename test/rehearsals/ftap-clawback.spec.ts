import { anApplication } from '../builders/ftap.js';
import { act, all, asked, run, stages } from '../builders/ftap-rehearsal.js';
import { breach, clawback, moneyPaths } from '../builders/money-paths.js';

const path = (name: string) => moneyPaths[name] ?? {};
const measured = (rehearsal: Awaited<ReturnType<typeof run>>, indicator: string) =>
  all(rehearsal, 'measured').flatMap((entry) => (entry.indicator === indicator ? [entry.value] : []));

describe('clawback (F11)', () => {
  test('thirty days for written observations, whoever the beneficiary is (CRPA L122-1; CE, 4 octobre 2021, n° 438695)', async () => {
    const operator = anApplication({ body: { ...anApplication().body, kind: 'operator' } });
    const rehearsal = await run(path('clawback of a part'), { application: operator });
    expect(asked(rehearsal, 'written-observations')).toMatchObject([
      { due: { term: { n: 30, unit: 'days', clock: 'legal', basis: 'CRPA L122-1' } } },
    ]);
    expect(asked(rehearsal, 'decide-clawback')[0]?.context).toMatchObject({
      observations: 'Les dépenses en cause ont été faites pour le projet.',
      paidCents: 30_000_00,
    });
  });

  test('in part: the grant is less by as much, and the project goes on', async () => {
    const rehearsal = await run(path('clawback of a part'));
    expect(measured(rehearsal, 'clawedBack')).toEqual([10_000_00]);
    expect(stages(rehearsal).filter((stage) => stage === 'clawback' || stage === 'execution')).toEqual([
      'execution',
      'clawback',
      'execution',
    ]);
    expect(rehearsal.outcome).toMatchObject({
      kind: 'completed',
      data: { paidCents: 100_000_00, clawedBackCents: 10_000_00, releasedCents: 0 },
    });
  });

  test('everything: what was paid comes back, the rest is freed, and nothing is awaited any more', async () => {
    const rehearsal = await run(path('clawback of everything, without observations'));
    expect(rehearsal.outcome).toMatchObject({
      kind: 'clawedBack',
      data: { awardedCents: 100_000_00, paidCents: 30_000_00, clawedBackCents: 30_000_00, releasedCents: 70_000_00 },
    });
    expect(asked(rehearsal, 'free-commitment')).toMatchObject([{ context: { amountCents: 70_000_00, ejNumber: '2100000042' } }]);
    expect(asked(rehearsal, 'decide-clawback')[0]?.context).not.toHaveProperty('observations');
  });

  test('no more than was paid, with reasons in law and in fact (CRPA L211-5), by another person than who reported', async () => {
    const over = await run({ 'breach-found': breach(60), 'decide-clawback': clawback({ decision: 'partial', amountCents: 30_000_01 }) });
    expect(over.refusals).toMatchObject([{ refusal: { fields: { amountCents: 'Le montant ne peut pas dépasser 30000\u00a0€.' } } }]);
    const bare = await run({
      'breach-found': breach(60),
      'decide-clawback': () => ({ afterDays: 3, answer: { decision: 'total', inLaw: '', inFact: 'non' }, by: 'authority-1' }),
    });
    expect(Object.keys(bare.refusals[0]?.refusal.fields ?? {})).toEqual(['inLaw', 'inFact']);
    expect(asked(bare, 'decide-clawback')[0]?.except).toContain('manager-1');
  });

  test('annulled on appeal, nothing is taken back', async () => {
    const rehearsal = await run({
      ...path('clawback of everything, without observations'),
      'appeal-lodged': ({ context }) =>
        (context as { against: string }).against === 'clawback'
          ? { afterDays: 10, answer: { grounds: 'La formation est ouverte à tous depuis mars.', documents: [] }, by: 'applicant-1' }
          : 'never',
      'decide-appeal': () => ({
        afterDays: 5,
        answer: { verdict: 'annul', reasons: 'La formation est ouverte à tous.' },
        by: 'authority-1',
      }),
    });
    expect(measured(rehearsal, 'clawedBack')).toEqual([]);
    expect(rehearsal.outcome).toMatchObject({ kind: 'completed', data: { paidCents: 100_000_00 } });
  });

  test('observations after their last day are not taken', async () => {
    const late = { observations: 'La formation est ouverte depuis mars.', documents: [] };
    const { refusals } = await run(path('clawback of everything, without observations'), {
      acts: [act('2024-08-29', 'applicant-1', 'applicant', { kind: 'answer', id: 'written-observations-1', answer: late })],
    });
    expect(refusals[0]).toMatchObject({ refusal: { code: 'taskLapsed' } });
  });

  test('between services of the State the credits are restored, without an order of recovery', async () => {
    const service = anApplication({ body: { ...anApplication().body, kind: 'stateService' } });
    const rehearsal = await run(path('clawback of a part'), { application: service });
    expect(asked(rehearsal, 'record-recovery-order')).toMatchObject([{ context: { by: 'credits', amountCents: 10_000_00 } }]);
  });
});
