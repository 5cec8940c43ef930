import { instantAt } from '#workflows/calendar/paris-time.js';
import { finalSum } from '#workflows/ftap/final-sum.js';
import { act, all, asked, letters, run, told } from '../builders/ftap-rehearsal.js';
import { moneyPaths } from '../builders/money-paths.js';

/** A project from 1 September 2024 to 31 August 2025, whose grant of 100 k€ is paid in three instalments. */
const path = (name: string) => moneyPaths[name] ?? {};
const measured = (rehearsal: Awaited<ReturnType<typeof run>>, indicator: string) =>
  all(rehearsal, 'measured').flatMap((entry) => (entry.indicator === indicator ? [entry.value] : []));

describe('half-yearly reports (F9)', () => {
  test('thirty days after each half-year that ends while the project runs', async () => {
    const rehearsal = await run();
    expect(asked(rehearsal, 'half-year-report').map(({ due }) => [due?.from, due?.lastDay])).toEqual([
      ['2024-12-31', '2025-01-30'],
      ['2025-06-30', '2025-07-30'],
    ]);
  });

  test('reminders 15 and 5 days before, on the day and a week after; fifteen days late, payments are held until it is accepted', async () => {
    const rehearsal = await run({
      ...path('report late, payments held until it is accepted'),
      'request-instalment': ({ nth }) => ({
        afterDays: nth === 1 ? 3 : 260,
        answer: { statement: 'Le projet avance.', spentCents: 0, documents: ['00000000-0000-4000-8000-000000000001'] },
        by: 'applicant-1',
      }),
    });
    const reminded = all(rehearsal, 'reminded').filter(({ id }) => id === 'half-year-report-1');
    expect(reminded.map(({ at }) => at)).toEqual(
      ['2025-01-15', '2025-01-25', '2025-01-30', '2025-02-06'].map((day) => instantAt(day, '09:00')),
    );
    const held = all(rehearsal, 'told').filter(({ template }) => template === 'credits-held');
    expect(held.map(({ at, to }) => [to.role, at])).toEqual([
      ['applicant', instantAt('2025-02-15', '00:00')],
      ['programManager', instantAt('2025-02-15', '00:00')],
    ]);
    const released = all(rehearsal, 'told').find(({ template }) => template === 'credits-released');
    // The interim payment was certified in March, and is ordered only when the report is accepted.
    expect(asked(rehearsal, 'certify-service')[1]?.at).toBeLessThan(released?.at ?? 0);
    expect(asked(rehearsal, 'order-payment')[1]?.at).toBe(released?.at);
  });

  test('a report that is sent back is asked for again; an alert goes to the program manager', async () => {
    const rehearsal = await run(path('report late, payments held until it is accepted'));
    expect(asked(rehearsal, 'half-year-report')[1]?.context).toMatchObject({ missing: 'Le détail des dépenses.', until: '2024-12-31' });
    expect(all(rehearsal, 'told').find(({ template }) => template === 'report-alert')?.to).toEqual({ role: 'programManager' });
  });
});

describe('amendments (F13)', () => {
  test('a later end and a higher amount: the committee is heard, the beneficiary signs, credits and terms follow', async () => {
    const rehearsal = await run(path('amendment accepted, another refused'));
    expect(asked(rehearsal, 'committee-amendment-opinion')).toHaveLength(1);
    expect(asked(rehearsal, 'decide-amendment')[0]?.context).toMatchObject({
      committee: 'Favorable\u00a0: Le nouveau montant reste proportionné au projet.',
    });
    expect(measured(rehearsal, 'committed')).toEqual([100_000_00, 20_000_00]);
    expect(measured(rehearsal, 'awarded')).toEqual([100_000_00, 20_000_00]);
    // The advance was 30 % of 100 k€; the interim payment is 50 % of 120 k€.
    expect(measured(rehearsal, 'paid')).toEqual([30_000_00, 60_000_00, 30_000_00]);
    // The end of August 2025 becomes the end of February 2026: one more report, and the account later.
    expect(asked(rehearsal, 'half-year-report')).toHaveLength(3);
    expect(asked(rehearsal, 'final-account')[0]?.due).toMatchObject({ from: '2026-02-28' });
    expect(letters(rehearsal)).toContain('amendment');
  });

  test('what is neutral for the money goes to the authority alone; refused, nothing changes', async () => {
    const rehearsal = await run(path('amendment accepted, another refused'));
    expect(asked(rehearsal, 'decide-amendment')[1]?.context).not.toHaveProperty('committee');
    expect(told(rehearsal)).toContain('amendment-refused');
    expect(letters(rehearsal).filter((document) => document === 'amendment')).toHaveLength(1);
  });

  test('without a signature the convention stays as it was', async () => {
    const rehearsal = await run({ ...path('amendment accepted, another refused'), 'sign-amendment': () => 'never' });
    expect(told(rehearsal)).toContain('amendment-lapsed');
    expect([measured(rehearsal, 'awarded'), measured(rehearsal, 'released')]).toEqual([[100_000_00, 20_000_00], [20_000_00]]);
    expect(rehearsal.outcome).toMatchObject({ data: { awardedCents: 120_000_00, paidCents: 100_000_00, releasedCents: 20_000_00 } });
  });

  test.each<[string, object, string]>([
    ['nothing', {}, 'newEndsOn'],
    ['an end that is not later', { newEndsOn: '2025-08-31' }, 'newEndsOn'],
    ['more than half of the eligible cost', { newAmountCents: 150_000_01 }, 'newAmountCents'],
  ])('a request that changes %s is refused', async (_, change, field) => {
    const data = { reasons: 'Deux ministères de plus rejoignent le projet.', documents: [], ...change };
    const { refusals } = await run(
      {},
      { acts: [act('2024-10-01', 'applicant-1', 'applicant', { kind: 'happen', id: 'amendment-requested-1', data })] },
    );
    expect(Object.keys(refusals[0]?.refusal.fields ?? {})).toEqual([field]);
  });
});

describe('final account (F10)', () => {
  test('within ninety days of the end; the balance is paid like the rest', async () => {
    const rehearsal = await run();
    expect(asked(rehearsal, 'final-account')).toMatchObject([{ due: { from: '2025-08-31', lastDay: '2025-11-29' } }]);
    expect(asked(rehearsal, 'certify-service')[2]?.context).toMatchObject({ label: 'Solde', amountCents: 20_000_00 });
  });

  test('less is retained than was paid: the difference comes back, and what was never paid is freed', async () => {
    const rehearsal = await run(path('final account with a reversal'));
    expect(all(rehearsal, 'produced').find(({ document }) => document === 'closing-statement')?.data).toMatchObject({
      retainedCents: 30_000_00,
      dueCents: 10_000_00,
      paidCents: 80_000_00,
      balanceCents: 0,
      reversalCents: 70_000_00,
      unusedCents: 20_000_00,
    });
    expect(rehearsal.outcome).toMatchObject({
      data: { awardedCents: 100_000_00, paidCents: 80_000_00, clawedBackCents: 70_000_00, releasedCents: 20_000_00 },
    });
  });

  test('more cannot be retained than was spent', async () => {
    const rehearsal = await run({
      'review-final-account': () => ({ afterDays: 8, answer: { verdict: 'accept', retained: { '1': 300_000_01 } }, by: 'reviewer-1' }),
    });
    expect(rehearsal.refusals).toMatchObject([{ refusal: { fields: { 'retained.1': 'Le montant ne peut pas dépasser 300000\u00a0€.' } } }]);
  });

  test.each([
    [
      'everything was spent: the balance',
      { retainedCents: 300, heldCents: 80 },
      { dueCents: 100, balanceCents: 20, reversalCents: 0, unusedCents: 0 },
    ],
    [
      'more was spent: never more than the grant',
      { retainedCents: 900, heldCents: 80 },
      { dueCents: 100, balanceCents: 20, unusedCents: 0 },
    ],
    [
      'a part was spent, rounded down',
      { retainedCents: 250, heldCents: 80 },
      { dueCents: 83, balanceCents: 3, reversalCents: 0, unusedCents: 17 },
    ],
    ['nothing was spent', { retainedCents: 0, heldCents: 80 }, { dueCents: 0, balanceCents: 0, reversalCents: 80, unusedCents: 20 }],
  ])('%s', (_, given, expected) => {
    expect(finalSum({ amountCents: 100, eligibleCents: 300, ...given })).toMatchObject(expected);
  });

  test('amounts beyond what a double multiplies exactly', () => {
    const sum = finalSum({ amountCents: 99_999_999_999, eligibleCents: 300_000_000_001, retainedCents: 299_999_999_999, heldCents: 0 });
    expect(sum.dueCents).toBe(99_999_999_998);
  });
});

describe('effects, twelve, twenty-four and thirty-six months after the end', () => {
  test('within sixty days; what was promised stays as it was', async () => {
    const rehearsal = await run();
    expect(asked(rehearsal, 'measure-effects').map(({ due }) => [due?.from, due?.lastDay])).toEqual([
      ['2026-08-31', '2026-10-30'],
      ['2027-08-31', '2027-10-30'],
      ['2028-08-31', '2028-10-30'],
    ]);
    expect(measured(rehearsal, 'effect/1/promised')).toEqual([500]);
  });

  test('an effect that is not measured is told, and the case goes on; another method is explained', async () => {
    const rehearsal = await run(path('effects measured once in three'));
    expect(measured(rehearsal, 'effect/1/m12')).toEqual([]);
    expect(measured(rehearsal, 'effect/1/m24')).toEqual([210]);
    const lost = all(rehearsal, 'told').filter(({ template, to }) => template === 'effects-not-measured' && to.role === 'applicant');
    // Sixty days, then sixty more.
    expect(lost.map(({ at }) => at)).toEqual([instantAt('2026-12-30', '00:00'), instantAt('2028-12-30', '00:00')]);
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test.each<[string, object, string]>([
    ['evidence or a reason', { documents: [], sameMethod: true }, 'effects.1.documents'],
    ['the method, or how it changed', { documents: [], noEvidence: 'Il n’y en a plus.', sameMethod: false }, 'effects.1.otherMethod'],
  ])('a measure without %s is refused', async (_, answer, field) => {
    const rehearsal = await run({
      'measure-effects': () => ({ afterDays: 10, answer: { effects: { '1': { value: 12, ...answer } } }, by: 'applicant-1' }),
    });
    expect(Object.keys(rehearsal.refusals[0]?.refusal.fields ?? {})).toEqual([field]);
  });
});
