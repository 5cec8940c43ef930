import { instantAt } from '#workflows/calendar/paris-time.js';
import { releaseNotice, type NoticeContext } from '#workflows/ftap/tasks/notice.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { all, asked, run, stages, told } from '../builders/ftap-rehearsal.js';
import { award, left, refuses, stop } from '../builders/decision-plays.js';

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
