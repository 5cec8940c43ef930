import { instantAt } from '#workflows/calendar/paris-time.js';
import { aFileId, anApplication } from '../builders/ftap.js';
import { act, all, asked, letters, run, told } from '../builders/ftap-rehearsal.js';
import { moneyPaths } from '../builders/money-paths.js';

/** The grant is awarded on 18 May 2024 and its convention signed on the 27th; the project runs from 1 September 2024 to 31 August 2025. */
const path = (name: string) => moneyPaths[name] ?? {};
const measured = (rehearsal: Awaited<ReturnType<typeof run>>, indicator: string) =>
  all(rehearsal, 'measured').flatMap((entry) => (entry.indicator === indicator ? [entry.value] : []));

describe('convention (F6)', () => {
  test('the beneficiary signs, then the State; a project that was to begin before is shifted to that day', async () => {
    const late = anApplication({ project: { ...anApplication().project, startsOn: '2024-03-01' } });
    const rehearsal = await run({}, { application: late });
    expect(told(rehearsal)).toContain('convention-in-force');
    expect(all(rehearsal, 'told').find(({ template }) => template === 'convention-in-force')?.data).toEqual({
      startsOn: '2024-05-27',
      endsOn: '2025-05-26',
    });
  });

  test('a modification that is accepted gives a second version, signed anew', async () => {
    const rehearsal = await run({
      'sign-convention': (item) =>
        item.nth === 1
          ? {
              afterDays: 4,
              answer: { choice: 'modify', what: 'Article 5 : un rapport par an.', why: 'Le projet est court.' },
              by: 'applicant-1',
            }
          : { afterDays: 4, answer: { choice: 'sign', signedOn: '2024-06-01', signedBy: 'Directrice', documents: [] }, by: 'applicant-1' },
    });
    const versions = all(rehearsal, 'produced').filter(({ document }) => document === 'convention');
    expect(versions.map(({ data }) => data)).toMatchObject([
      { version: 1, changes: [] },
      { version: 2, changes: ['Le rapport d’étape est remis avec la demande d’acompte.'] },
    ]);
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('who renounces gives the whole grant back to the envelope', async () => {
    const rehearsal = await run(path('convention modified, then renounced'));
    expect(rehearsal.outcome).toMatchObject({ kind: 'renounced', reason: 'Le projet est financé autrement.' });
    expect(measured(rehearsal, 'released')).toEqual([100_000_00]);
    expect(letters(rehearsal).at(-1)).toBe('renouncing');
  });

  test('silence: told ten working days late, warned after ninety, and only then may the authority end the award', async () => {
    const rehearsal = await run(path('convention never signed: more time, then lapse'));
    // 30 working days from Saturday 18 May 2024, then 90; fifteen days of warning.
    expect(asked(rehearsal, 'sign-convention')).toMatchObject([{ due: { lastDay: '2024-07-01' } }]);
    const escalated = all(rehearsal, 'escalated').filter(({ id }) => id === 'sign-convention-1');
    expect(escalated.map(({ to, at }) => [to, at])).toEqual([
      ['programManager', instantAt('2024-07-02', '00:00')],
      ['direction', instantAt('2024-07-15', '09:00')],
    ]);
    const expired = all(rehearsal, 'clockExpired').filter(({ id }) => !id.startsWith('implicit'));
    expect(expired.map(({ id, at }) => [id, at])).toEqual([
      ['convention-lapse-1', instantAt('2024-09-25', '00:00')],
      ['warning-to-sign-1', instantAt('2024-10-11', '00:00')],
      ['convention-lapse-2', instantAt('2024-11-14', '00:00')],
      ['warning-to-sign-2', instantAt('2024-11-30', '00:00')],
    ]);
    expect(rehearsal.outcome).toMatchObject({ kind: 'lapsed', data: { paidCents: 0, releasedCents: 100_000_00 } });
    expect(letters(rehearsal).slice(-3)).toEqual(['lapse-warning', 'lapse-warning', 'decision-lapse']);
  });

  test('a signature after the warning is in time, and nobody decides on a lapse any more', async () => {
    const rehearsal = await run(path('convention signed after the warning; commitment rejected once'));
    expect(letters(rehearsal)).toContain('lapse-warning');
    expect(letters(rehearsal)).not.toContain('decision-lapse');
    expect(rehearsal.outcome?.kind).toBe('completed');
  });
});

describe('commitment (F7)', () => {
  const yearEnd = (lastCommitment: string) => ({ lastCommitment, lastPayment: '12-10' });

  test('before the budget year closes', async () => {
    const committing = async (day: string) =>
      asked(await run({}, { call: { yearEnd: yearEnd(day) } }), 'record-commitment').map(({ due }) => due?.lastDay);
    // The convention is signed on Monday 27 May 2024.
    expect(await committing('05-29')).toEqual(['2024-05-29']);
    expect(await committing('12-01')).toEqual(['2024-06-03']);
  });

  test('after its closing the case waits for the new year', async () => {
    const rehearsal = await run({}, { call: { yearEnd: yearEnd('05-20') } });
    expect(asked(rehearsal, 'record-commitment')).toMatchObject([{ at: instantAt('2025-01-01', '00:00') }]);
    expect(told(rehearsal)).toContain('commitment-next-year');
  });

  test('what was not committed on the last day is asked again in January', async () => {
    const rehearsal = await run(
      {
        'record-commitment': ({ nth }) =>
          nth === 1
            ? 'never'
            : { afterDays: 2, answer: { result: 'recorded', ejNumber: '2100000042', committedOn: '2025-01-03' }, by: 'budget-1' },
      },
      { call: { yearEnd: yearEnd('05-28') } },
    );
    expect(all(rehearsal, 'lapsed').map(({ id }) => id)).toContain('record-commitment-1');
    expect(asked(rehearsal, 'record-commitment').map(({ at }) => at)).toEqual([
      instantAt('2024-05-27', '14:00'),
      instantAt('2025-01-01', '00:00'),
    ]);
  });

  test('a rejection by budget control is answered by the authority, then the commitment is presented again', async () => {
    const rehearsal = await run(path('convention signed after the warning; commitment rejected once'));
    expect(asked(rehearsal, 'answer-budget-control')).toMatchObject([{ context: { reasons: 'L’imputation budgétaire est erronée.' } }]);
    expect(asked(rehearsal, 'record-commitment')[1]?.context).toEqual({
      amountCents: 100_000_00,
      answer: 'L’imputation budgétaire a été corrigée.',
    });
    expect(measured(rehearsal, 'committed')).toEqual([100_000_00]);
  });
});

describe('instalments (F8)', () => {
  test('who certifies does not order; a request that is held comes back with what is missing', async () => {
    const rehearsal = await run({
      'certify-service': ({ nth }) => ({
        afterDays: 2,
        answer:
          nth === 1
            ? { verdict: 'hold', reasons: 'Les coordonnées bancaires manquent.' }
            : { verdict: 'reduce', amountCents: 20_000_00, reasons: 'Une dépense n’est pas encore justifiée.' },
        by: 'reviewer-3',
      }),
    });
    expect(asked(rehearsal, 'request-instalment')[1]?.context).toMatchObject({ held: 'Les coordonnées bancaires manquent.' });
    expect(asked(rehearsal, 'order-payment')[0]).toMatchObject({
      except: ['applicant-1', 'reviewer-1', 'reviewer-2', 'reviewer-3'],
      context: { amountCents: 20_000_00 },
    });
    // What the balance left unpaid goes back to the envelope.
    expect(rehearsal.outcome).toMatchObject({ data: { paidCents: 60_000_00, releasedCents: 40_000_00 } });
  });

  test('a payment carries the documents of its request', async () => {
    const paid = all(await run(), 'measured').filter(({ indicator }) => indicator === 'paid');
    expect(paid.map(({ evidence }) => evidence)).toEqual([[aFileId], [aFileId], [aFileId]]);
  });

  const payment = { paidOn: '2024-06-12', amountCents: 30_000_00, chorusNumber: '1900000007' };
  const confirm = (day: string, data: object = payment) =>
    act(day, 'budget-1', 'budgetOfficer', { kind: 'happen', id: 'payment-confirmed-1', data });

  test('an instalment is paid once only', async () => {
    const { refusals } = await run({}, { acts: [confirm('2024-06-13')] });
    expect(refusals).toMatchObject([{ refusal: { code: 'alreadyHappened' } }]);
  });

  test('nothing is paid before the service is certified and the payment ordered (décret 2012-1246)', async () => {
    const order = act('2024-06-03', 'authority-1', 'authority', { kind: 'answer', id: 'order-payment-1', answer: { ordered: true } });
    const { refusals } = await run({}, { acts: [order, confirm('2024-06-04')] });
    expect(refusals).toMatchObject([{ refusal: { code: 'notExpected' } }, { refusal: { code: 'notExpected' } }]);
  });

  test('another amount than the one that was ordered is refused, with words', async () => {
    const { refusals } = await run({}, { acts: [confirm('2024-06-08', { ...payment, amountCents: 30_000_01 })] });
    expect(refusals).toMatchObject([
      { refusal: { code: 'answerInvalid', fields: { amountCents: 'Le montant ne peut pas dépasser 30000\u00a0€.' } } },
    ]);
  });

  test('between the last payment of the year and January the order waits', async () => {
    const rehearsal = await run(path('payment that waits for the new year'), {
      call: { yearEnd: { lastCommitment: '12-01', lastPayment: '12-10' } },
    });
    expect(asked(rehearsal, 'order-payment')[0]).toMatchObject({ at: instantAt('2025-01-01', '00:00') });
    expect(all(rehearsal, 'waitBegun').map(({ why }) => why)).toContain('new-year-credits');
  });

  test('what was not asked for before the end of the project is paid with the balance', async () => {
    const rehearsal = await run({
      'request-instalment': ({ nth }) =>
        nth === 1
          ? { afterDays: 3, answer: { statement: 'Le projet démarre.', spentCents: 0, documents: [aFileId] }, by: 'applicant-1' }
          : 'never',
    });
    expect(measured(rehearsal, 'paid')).toEqual([30_000_00, 70_000_00]);
  });
});
