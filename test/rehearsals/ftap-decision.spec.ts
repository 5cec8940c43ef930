import { instantAt } from '#workflows/calendar/paris-time.js';
import { letterOf } from '#activities/documents/letters/catalogue.js';
import { releaseNotice, type NoticeContext } from '#workflows/ftap/tasks/notice.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { anApplication } from '../builders/ftap.js';
import { act, all, asked, letters, run, stages, told } from '../builders/ftap-rehearsal.js';

type Plays = Parameters<typeof run>[0] & object;

/** Silence decides nothing for an operator: the authority has all its window. */
const operator = anApplication({ body: { ...anApplication().body, kind: 'operator' } });
const stop = (day: string) => ({ application: operator, until: instantAt(day, '00:00') });

const award = { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères de l’appel.' };
const refusal = {
  decision: 'refuse',
  inLaw: 'Article 6 du règlement de l’appel : coût maîtrisé.',
  inFact: 'Le coût par agent formé n’est pas établi.',
};
const decides = (answer: object): Plays => ({ decide: () => ({ afterDays: 3, answer, by: 'authority-1' }) });
const refuses = (plays: Plays = {}): Plays => ({ ...decides(refusal), ...plays });
const left = (rehearsal: Awaited<ReturnType<typeof run>>) =>
  all(rehearsal, 'produced').find(({ document }) => document.startsWith('decision-'));

// The committee sits on Wednesday 15 May 2024 and the authority decides on Saturday 18: two working days end on Wednesday 22, for
// Monday 20 is Whit Monday.
describe('the window between a decision and its notice', () => {
  test('the letter leaves as it was decided when nobody acts', async () => {
    const rehearsal = await run({ 'release-notice': () => 'never' }, stop('2024-05-24'));
    expect(asked(rehearsal, 'release-notice')).toMatchObject([
      { to: { role: 'authority' }, onLapse: 'lapse', due: { lastDay: '2024-05-22' } },
    ]);
    expect(left(rehearsal)).toMatchObject({
      document: 'decision-award',
      at: instantAt('2024-05-23', '00:00'),
      data: { reasons: [award.why], decidedOn: '2024-05-18' },
    });
    expect(stages(rehearsal).slice(-3)).toEqual(['decision', 'notice', 'convention']);
  });

  test('until then nothing is said, produced or measured', async () => {
    const rehearsal = await run({ 'release-notice': () => 'never' }, stop('2024-05-22'));
    const since = all(rehearsal, 'answered').find(({ id }) => id === 'decide-1')?.seq ?? Infinity;
    expect(rehearsal.journal.filter(({ seq }) => seq > since).map(({ type }) => type)).toEqual(['asked', 'reminded']);
  });

  test('the authority corrects the wording, or lets it go at once', async () => {
    const corrected = 'Le projet répond aux critères de l’appel et sa méthode est éprouvée.';
    const rehearsal = await run(
      {
        'release-notice': () => ({
          afterHours: 5,
          answer: { verdict: 'notify', why: corrected, conditions: 'Un comité de suivi.' },
          by: 'authority-2',
        }),
      },
      stop('2024-05-20'),
    );
    expect(left(rehearsal)?.data).toMatchObject({ reasons: [corrected], decidedBy: 'authority-1' });
    expect((left(rehearsal)?.data as { conditions: string[] }).conditions[0]).toBe('Un comité de suivi.');
  });

  test('taken back, it comes to the authority again with the reasons, and the applicant learns nothing', async () => {
    const reasons = 'Le montant ne tient pas compte d’un cofinancement.';
    const rehearsal = await run(
      {
        decide: ({ nth }) => ({ afterDays: 3, answer: nth === 1 ? award : { ...award, amountCents: 90_000_00 }, by: 'authority-1' }),
        'release-notice': ({ nth }) => ({
          afterDays: 1,
          answer: nth === 1 ? { verdict: 'takeBack', reasons } : { verdict: 'notify' },
          by: 'authority-1',
        }),
      },
      stop('2024-05-25'),
    );
    expect(asked(rehearsal, 'decide')[1]?.context).toMatchObject({ takenBack: reasons });
    expect(stages(rehearsal).slice(-4)).toEqual(['committee', 'decision', 'notice', 'convention']);
    expect(told(rehearsal)).toEqual(['filed', 'complete', 'awarded']);
    expect(left(rehearsal)?.data).toMatchObject({ amountCents: 90_000_00 });
    expect(all(rehearsal, 'measured').filter(({ indicator }) => indicator === 'awarded')).toMatchObject([{ value: 90_000_00 }]);
  });

  test('what leaves is the letter that the task shows', async () => {
    const rehearsal = await run(refuses(), stop('2024-05-25'));
    const context = asked(rehearsal, 'release-notice')[0]?.context as NoticeContext;
    expect(releaseNotice.letter?.(context, { verdict: 'notify' })?.data).toEqual(left(rehearsal)?.data);
    expect(releaseNotice.letter?.(context, { verdict: 'takeBack', reasons: 'Le montant est à revoir.' })).toBeUndefined();
  });

  test('none where the call gives none', async () => {
    const rehearsal = await run({}, { ...stop('2024-05-19'), call: { graceWorkingDays: 0 } });
    expect(asked(rehearsal, 'release-notice')).toEqual([]);
    expect(left(rehearsal)?.at).toBe(all(rehearsal, 'answered').find(({ id }) => id === 'decide-1')?.at);
  });

  /** The authority answers so many days after the case came to it on Tuesday 2 April 2024, when silence rejects after Friday 5. */
  const beforeSilence = (afterDays: number, graceWorkingDays = 5) =>
    run(
      {
        'committee-heard': ({ openedAt }: OpenItem): Play => ({
          afterHours: (instantAt('2024-04-02', '09:00') - openedAt) / 3_600_000,
          answer: { session: 'COMITE-2024-000001', result: 'favourable', metOn: '2024-04-02', amountCents: 100_000_00 },
          by: 'committee-1',
        }),
        decide: () => ({ afterDays, answer: award, by: 'authority-1' }),
        'release-notice': () => 'never',
      },
      { call: { graceWorkingDays }, until: instantAt('2024-04-08', '00:00') },
    );

  test('CRPA L231-4: it ends the day before silence decides', async () => {
    const rehearsal = await beforeSilence(1);
    expect(asked(rehearsal, 'release-notice')).toMatchObject([{ due: { lastDay: '2024-04-04' } }]);
    expect(left(rehearsal)?.at).toBe(instantAt('2024-04-05', '00:00'));
    expect(told(rehearsal)).not.toContain('implicit-rejection');
  });

  test('CRPA L231-4: on that day, and after it, there is none', async () => {
    for (const afterDays of [3, 5]) {
      const rehearsal = await beforeSilence(afterDays);
      expect(asked(rehearsal, 'release-notice')).toEqual([]);
      expect(left(rehearsal)).toBeDefined();
    }
    expect(asked(await beforeSilence(0, 1), 'release-notice')).toMatchObject([{ due: { lastDay: '2024-04-03' } }]);
  });

  test('an award that leaves says what is promised', async () => {
    const rehearsal = await run({}, stop('2024-05-25'));
    expect(all(rehearsal, 'measured').map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ['proposed', 100_000_00, 'centimes'],
      ['awarded', 100_000_00, 'centimes'],
      ['effect/1/promised', 500, 'agents'],
      ['effect/1/baseline', 0, 'agents'],
    ]);
  });
});

describe('a decision that is postponed', () => {
  const why = 'Le comité n’a pas vu le nouveau plan de financement.';
  const postponed = (backTo: string) =>
    run(
      { decide: ({ nth }) => ({ afterDays: 3, answer: nth === 1 ? { decision: 'postpone', backTo, why } : award, by: 'authority-1' }) },
      stop('2024-09-01'),
    );

  test('goes back to the committee, which hears it at its next session', async () => {
    const rehearsal = await postponed('committee');
    expect(stages(rehearsal).slice(2, 8)).toEqual(['instruction', 'committee', 'decision', 'committee', 'decision', 'notice']);
    expect(all(rehearsal, 'told').slice(2, 4)).toMatchObject([
      { to: { role: 'applicant' }, template: 'decision-postponed' },
      { to: { role: 'committeeMember' }, template: 'sent-back', data: { reasons: why } },
    ]);
  });

  test('or to the study, which begins anew', async () => {
    const rehearsal = await postponed('instruction');
    expect(stages(rehearsal).slice(4, 8)).toEqual(['decision', 'instruction', 'committee', 'decision']);
    expect(asked(rehearsal, 'score-application')).toHaveLength(4);
  });
});

const grounds = { grounds: 'Le coût par agent est établi par l’annexe 3 de la demande.', documents: [] };
const appeals = (afterDays = 20): Plays => ({ 'appeal-lodged': () => ({ afterDays, answer: grounds, by: 'applicant-1' }) });

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

// Awarded on Saturday 18 May 2024: the law leaves until 18 September.
describe('the withdrawal of an unlawful award (CRPA L242-1)', () => {
  const unlawful = { inLaw: 'L’organisme n’est pas éligible au sens de l’article 2 du règlement.' };
  const finds = (afterDays: number): Plays => ({
    'unlawfulness-found': ({ nth }) => (nth === 1 ? { afterDays, answer: unlawful, by: 'authority-1' } : 'never'),
  });
  const withdraws: Plays = {
    'decide-withdrawal': () => ({
      afterDays: 4,
      answer: { verdict: 'withdraw', ...unlawful, inFact: 'Ses statuts le rattachent à une collectivité.' },
      by: 'authority-1',
    }),
  };

  test('CRPA L122-1: the beneficiary is heard first, then the award goes and its money returns', async () => {
    const rehearsal = await run({ ...finds(1), ...withdraws }, { application: operator });
    expect(
      all(rehearsal, 'produced')
        .filter(({ document }) => document.includes('withdrawal'))
        .map(({ document, data }) => [document, data]),
    ).toMatchObject([
      ['withdrawal-notice', { unlawful: unlawful.inLaw, answerBy: '2024-06-04' }],
      ['decision-withdrawal', { amountCents: 100_000_00, paidCents: 0, awardedOn: '2024-05-18' }],
    ]);
    expect(asked(rehearsal, 'decide-withdrawal')).toMatchObject([
      { onLapse: 'lapse', due: { lastDay: '2024-09-18' }, context: { observations: expect.any(String) as string } },
    ]);
    expect(all(rehearsal, 'measured').at(-1)).toMatchObject({ indicator: 'released', value: 100_000_00 });
    expect(rehearsal.outcome).toMatchObject({ kind: 'withdrawnByAuthority' });
    expect(stages(rehearsal).at(-1)).toBe('withdrawal');
  });

  test('what was paid is recovered', async () => {
    const rehearsal = await run({ ...finds(70), ...withdraws }, { application: operator });
    const paid = all(rehearsal, 'measured')
      .filter(({ indicator }) => indicator === 'paid')
      .reduce((sum, { value }) => sum + value, 0);
    expect(paid).toBe(30_000_00);
    expect(all(rehearsal, 'measured').slice(-2)).toMatchObject([
      { indicator: 'released', value: 70_000_00 },
      { indicator: 'clawedBack', value: 30_000_00 },
    ]);
    expect(rehearsal.outcome?.kind).toBe('withdrawnByAuthority');
  });

  test('without observations after fifteen days the authority decides all the same', async () => {
    const rehearsal = await run({ ...finds(1), ...withdraws, 'give-observations': () => 'never' }, { application: operator });
    expect(all(rehearsal, 'lapsed').map(({ id }) => id)).toContain('give-observations-1');
    expect(rehearsal.outcome?.kind).toBe('withdrawnByAuthority');
  });

  test('maintained, or not decided by the last day, the award stands', async () => {
    for (const decideWithdrawal of [{}, { 'decide-withdrawal': (): Play => 'never' }] as Plays[]) {
      const rehearsal = await run({ ...finds(100), ...decideWithdrawal }, stop('2024-09-20'));
      expect(told(rehearsal)).toContain('award-maintained');
      expect(rehearsal.outcome).toBeUndefined();
    }
  });

  test('when the four months end sooner, so do the fifteen days', async () => {
    const rehearsal = await run(finds(115), stop('2024-09-20'));
    expect(asked(rehearsal, 'give-observations')).toMatchObject([{ due: { lastDay: '2024-09-17' } }]);
  });

  test('after four months it is refused', async () => {
    const rehearsal = await run(
      {},
      {
        ...stop('2024-09-20'),
        acts: [act('2024-09-19', 'authority-1', 'authority', { kind: 'happen', id: 'unlawfulness-found-1', data: unlawful })],
      },
    );
    expect(all(rehearsal, 'lapsed')).toMatchObject([{ id: 'unlawfulness-found-1', at: instantAt('2024-09-19', '00:00') }]);
    expect(rehearsal.refusals).toHaveLength(1);
  });
});

test('every letter of these paths can be written', () => {
  for (const document of [
    'completeness-receipt',
    'reasons-of-silence',
    'appeal-receipt',
    'appeal-decision',
    'withdrawal-notice',
    'decision-withdrawal',
  ])
    expect(letterOf('ftap', document)).toBeDefined();
});
