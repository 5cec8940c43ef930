import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import { anApplication } from '../builders/ftap.js';
import { act, all, asked, letters, run, stages, told } from '../builders/ftap-rehearsal.js';
import { appeals, award, grounds, operator, type Plays, refusal, refuses } from '../builders/decision-plays.js';

// Refused on 18 May, notified on Sunday 19 May 2024 by the typical course: two clear months end on Saturday 20 July, so on Monday 22.
describe('an appeal before the authority', () => {
  test('CJA R421-1: nobody contests in two clear months, and the refusal stands', async () => {
    const rehearsal = await run(refuses(), { application: operator });
    expect(all(rehearsal, 'expected').find(({ event }) => event === 'appeal-lodged')).toMatchObject({
      optional: true,
      from: { role: 'applicant' },
      due: { from: '2024-05-19', unrolledDay: '2024-07-20', lastDay: '2024-07-22', term: { clear: true, basis: 'CJA R421-1' } },
    });
    expect(rehearsal.outcome).toEqual({ kind: 'refused', reason: `${refusal.inLaw}\n${refusal.inFact}` });
    expect(all(rehearsal, 'closed')[0]?.at).toBe(instantAt('2024-07-23', '00:00'));
  });

  test('CRPA L112-3, L411-2: acknowledged, reviewed by fresh eyes, answered; what is left is the court', async () => {
    const rehearsal = await run(refuses(appeals()), { application: operator });
    expect(letters(rehearsal).slice(-3)).toEqual(['decision-refusal', 'appeal-receipt', 'appeal-decision']);
    expect(all(rehearsal, 'produced').at(-2)?.data).toMatchObject({
      against: 'refusal',
      receivedOn: '2024-06-08',
      remedies: 'court',
      silence: { on: '2024-08-08', basis: 'CJA R421-2' },
    });
    expect(asked(rehearsal, 'review-appeal')).toMatchObject([
      { except: ['applicant-1', 'reviewer-1', 'reviewer-2'], due: { term: { n: 20, unit: 'workingDays' } } },
    ]);
    expect(asked(rehearsal, 'decide-appeal')[0]).toMatchObject({
      to: { role: 'authority' },
      except: ['applicant-1', 'reviewer-1', 'reviewer-2', 'reviewer-9'],
      context: { grounds: grounds.grounds, conclusions: expect.stringContaining('appréciation') as string },
    });
    expect(all(rehearsal, 'produced').at(-1)?.data).toMatchObject({ verdict: 'confirm', lodgedOn: '2024-06-08' });
    expect(stages(rehearsal).at(-1)).toBe('appeal');
    expect(rehearsal.outcome?.kind).toBe('refused');
  });

  test('who reviewed the application does not review the appeal', async () => {
    const again = {
      'review-appeal': (): Play => ({ afterDays: 3, answer: { conclusions: 'La décision est fondée en droit.' }, by: 'reviewer-1' }),
    };
    const rehearsal = await run(refuses({ ...appeals(), ...again }), { application: operator });
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'separationOfDuties' } }]);
  });

  test('annulled, the authority decides again, with the reasons before its eyes', async () => {
    const reasons = 'L’annexe 3 établit bien le coût par agent formé.';
    const rehearsal = await run(
      {
        ...appeals(),
        decide: ({ nth }) => ({ afterDays: 3, answer: nth === 1 ? refusal : award, by: 'authority-1' }),
        'decide-appeal': () => ({ afterDays: 5, answer: { verdict: 'annul', reasons }, by: 'authority-2' }),
      },
      { application: operator, until: instantAt('2024-07-15', '00:00') },
    );
    expect(asked(rehearsal, 'decide')[1]?.context).toMatchObject({ annulled: reasons });
    expect(stages(rehearsal).slice(4, 10)).toEqual(['decision', 'notice', 'appeal', 'decision', 'notice', 'convention']);
    expect(told(rehearsal)).toEqual(expect.arrayContaining(['refused', 'appeal-received', 'appeal-upheld', 'awarded']));
  });

  test('CRPA L231-4, CJA R421-2: two months of silence reject it, and the court’s time limit runs again', async () => {
    const rehearsal = await run(refuses({ ...appeals(), 'decide-appeal': () => 'never' }), { application: operator });
    expect(all(rehearsal, 'clockExpired').at(-1)).toMatchObject({ id: 'appeal-silence-1', at: instantAt('2024-08-09', '00:00') });
    // From 8 August, two clear months end on 9 October.
    expect(all(rehearsal, 'told').slice(-2)).toMatchObject([
      { template: 'appeal-rejected-by-silence', data: { bornOn: '2024-08-08', courtUntil: '2024-10-09' } },
      { template: 'appeal-unanswered' },
    ]);
    expect(rehearsal.outcome?.kind).toBe('refused');
  });

  test('between services of the State the direction arbitrates, and silence decides nothing', async () => {
    const application = anApplication({ body: { ...anApplication().body, kind: 'stateService' } });
    const rehearsal = await run(refuses(appeals()), { application });
    expect(asked(rehearsal, 'decide-appeal')).toMatchObject([{ to: { role: 'direction' } }]);
    expect(all(rehearsal, 'clockStarted').at(-1)).toMatchObject({ clock: 'appeal-promise', due: { term: { clock: 'service' } } });
    expect(all(rehearsal, 'produced').at(-2)?.data).toEqual({ against: 'refusal', receivedOn: '2024-06-08', remedies: 'arbitration' });
    const late = await run(
      refuses({
        ...appeals(),
        'decide-appeal': () => ({
          afterDays: 90,
          answer: { verdict: 'confirm', reasons: 'Le refus est fondé.  Il est maintenu.' },
          by: 'direction-1',
        }),
      }),
      { application },
    );
    expect(late.outcome?.kind).toBe('refused');
    expect(told(late)).not.toContain('appeal-rejected-by-silence');
  });

  test('an irreceivability is contested alike; annulled, the application is studied', async () => {
    const inadmissible: Play = {
      afterDays: 2,
      answer: { verdict: 'inadmissible', reasons: 'L’organisme n’est pas éligible à l’appel.' },
      by: 'reviewer-1',
    };
    const annulled = { verdict: 'annul', reasons: 'L’organisme figure bien parmi les opérateurs de l’État.' };
    const rehearsal = await run(
      {
        ...appeals(),
        'check-completeness': () => inadmissible,
        'decide-appeal': () => ({ afterDays: 5, answer: annulled, by: 'authority-1' }),
      },
      { application: operator, until: instantAt('2024-05-01', '00:00') },
    );
    expect(all(rehearsal, 'produced')[1]?.data).toMatchObject({ capacity: expect.stringContaining('par délégation') as string });
    expect(stages(rehearsal).slice(1, 5)).toEqual(['completeness', 'notice', 'appeal', 'instruction']);
  });
});

// Filed on 5 February: silence rejects on Friday 5 April 2024, while the study goes on until the committee of 15 May.
describe('an implicit rejection', () => {
  const asks = (afterDays: number): Plays => ({ 'reasons-requested': () => ({ afterDays, answer: {}, by: 'applicant-1' }) });

  test('CJA R421-2: it may be contested within two clear months from its birth, while the study goes on', async () => {
    const rehearsal = await run({}, { until: instantAt('2024-04-07', '00:00') });
    expect(all(rehearsal, 'expected').filter(({ optional }) => optional)).toMatchObject([
      { event: 'reasons-requested', due: { from: '2024-04-05', lastDay: '2024-06-06' } },
      { event: 'appeal-lodged', due: { from: '2024-04-05', lastDay: '2024-06-06' }, context: { against: 'implicitRejection' } },
    ]);
  });

  test('CJA R421-2: after the last day an appeal is refused', async () => {
    const late = act('2024-06-07', 'applicant-1', 'applicant', { kind: 'happen', id: 'appeal-lodged-1', data: grounds });
    const { refusals } = await run({ decide: () => 'never' }, { acts: [late], until: instantAt('2024-06-08', '00:00') });
    expect(refusals).toMatchObject([{ refusal: { code: 'taskLapsed' } }]);
  });

  test('CRPA L232-4: reasons on request within a month, and the time limit runs again from their letter', async () => {
    const rehearsal = await run(asks(4), { until: instantAt('2024-04-25', '00:00') });
    expect(asked(rehearsal, 'give-reasons')).toMatchObject([
      { due: { from: '2024-04-10', lastDay: '2024-05-10', term: { basis: 'CRPA L232-4' } } },
    ]);
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({ document: 'reasons-of-silence', data: { bornOn: '2024-04-05' } });
    expect(all(rehearsal, 'expected').at(-1)).toMatchObject({ event: 'appeal-lodged', due: { from: '2024-04-20', lastDay: '2024-06-21' } });
  });

  test('confirmed on appeal, it ends the case', async () => {
    const rehearsal = await run(appeals(1));
    expect(rehearsal.outcome).toMatchObject({ kind: 'refused' });
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({
      document: 'appeal-decision',
      data: { against: 'implicitRejection', verdict: 'confirm' },
    });
    expect(asked(rehearsal, 'decide')).toEqual([]);
  });

  test('an award that leaves puts an end to it', async () => {
    const rehearsal = await run({ ...appeals(35), 'review-appeal': () => 'never' }, { until: instantAt('2024-05-25', '00:00') });
    expect(all(rehearsal, 'dropped').map(({ id }) => id)).toEqual(expect.arrayContaining(['review-appeal-1', 'reasons-requested-1']));
    expect(stages(rehearsal).at(-1)).toBe('convention');
  });

  test('an express refusal inherits the appeal, whose term goes on', async () => {
    const rehearsal = await run(
      refuses({
        ...appeals(35),
        'review-appeal': ({ nth }) =>
          nth === 1 ? 'never' : { afterDays: 3, answer: { conclusions: 'Le refus exprès est fondé.' }, by: 'reviewer-9' },
      }),
    );
    const lodgedOn = '2024-05-11';
    expect(
      all(rehearsal, 'produced')
        .filter(({ document }) => document === 'appeal-receipt')
        .map(({ data }) => data),
    ).toMatchObject([
      { against: 'implicitRejection', receivedOn: lodgedOn },
      { against: 'refusal', receivedOn: lodgedOn, silence: { on: '2024-07-11' } },
    ]);
    expect(rehearsal.outcome?.kind).toBe('refused');
  });
});
