import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Role } from '#workflows/kit/people.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import { aFileId, anApplication, grid } from '../builders/ftap.js';
import { act, all, asked, intervene, run } from '../builders/ftap-rehearsal.js';
import { days } from '#workflows/calendar/term.js';

const complete = { verdict: 'complete' };
const award = { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères de l’appel.' };
const answering = (answer: unknown, by: string, ...roles: Role[]): Play => ({
  afterDays: 3,
  answer,
  by,
  ...(roles.length > 0 && { roles }),
});

describe('one person, one part (CRPA L100-2, décret 2012-1246)', () => {
  test.each([
    ['the reviewer who checked completeness decides', 'decide', award, 'reviewer-9', 'authority'],
    ['the applicant decides', 'decide', award, 'applicant-1', 'authority'],
    ['the applicant checks the own application', 'check-completeness', complete, 'applicant-1', 'reviewer'],
    ['the applicant marks the own application', 'score-application', grid(), 'applicant-1', 'reviewer'],
    ['the authority certifies what it will pay', 'certify-service', { verdict: 'certify' }, 'authority-1', 'reviewer'],
    ['a reviewer orders the payment', 'order-payment', { ordered: true }, 'reviewer-2', 'authority'],
    [
      'the authority commits its own award',
      'record-commitment',
      { result: 'recorded', ejNumber: '2100000042', committedOn: '2024-06-20' },
      'authority-1',
      'budgetOfficer',
    ],
  ] as const)('it is refused that %s', async (_, task, answer, by, role) => {
    const checked = { 'check-completeness': () => answering(complete, 'reviewer-9') };
    const rehearsal = await run({ ...checked, [task]: () => answering(answer, by, role) });
    expect(rehearsal.refusals[0]).toMatchObject({ request: { by }, refusal: { code: 'separationOfDuties' } });
    expect(all(rehearsal, 'answered').some(({ id, by: who }) => id.startsWith(task) && who === by)).toBe(false);
  });
});

describe('pieces', () => {
  const asking = (answer: object) => run({ 'check-completeness': () => answering({ verdict: 'pieces', ...answer }, 'reviewer-1') });

  test('one that is not essential cannot be asked for (CRPA L114-5-1)', async () => {
    const { refusals } = await asking({ missing: ['statutes'] });
    expect(refusals).toMatchObject([{ refusal: { code: 'answerInvalid' } }]);
  });

  test('one that is not essential is noted and blocks nothing', async () => {
    const rehearsal = await run({ 'check-completeness': () => answering({ ...complete, noted: ['statutes'] }, 'reviewer-1') });
    expect(rehearsal.refusals).toEqual([]);
    expect(all(rehearsal, 'answered')[0]?.answer).toEqual({ verdict: 'complete', noted: ['statutes'] });
    expect(rehearsal.outcome?.kind).toBe('completed');
  });

  test('thirty days are given unless the reviewer says otherwise, ten to sixty', async () => {
    const rehearsal = await run(
      { 'check-completeness': () => answering({ verdict: 'pieces', missing: ['budget'] }, 'reviewer-1') },
      { until: instantAt('2024-02-10', '00:00') },
    );
    // 30 days after 8 February 2024 is Saturday 9 March: the act of a party rolls over to Monday.
    expect(asked(rehearsal, 'supply-pieces')).toMatchObject([{ due: { unrolledDay: '2024-03-09', lastDay: '2024-03-11' } }]);
    for (const daysGiven of [9, 61])
      expect((await asking({ missing: ['budget'], daysGiven })).refusals).toMatchObject([{ refusal: { code: 'answerInvalid' } }]);
  });

  test('what comes after the last day is not taken, and the clock runs again from the next day', async () => {
    const rehearsal = await run(
      {
        'check-completeness': ({ nth }) =>
          answering(nth === 1 ? { verdict: 'pieces', missing: ['budget'], daysGiven: 10 } : complete, 'reviewer-1'),
        'supply-pieces': () => 'never',
      },
      {
        acts: [act('2024-02-20', 'applicant-1', 'applicant', { kind: 'answer', id: 'supply-pieces-1', answer: { documents: [aFileId] } })],
      },
    );
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'taskLapsed' } }]);
    // Ten days from 8 February end on Sunday 18, so on Monday 19: the clock stood still for twelve days.
    expect(all(rehearsal, 'clockRestarted')).toMatchObject([{ due: { lastDay: '2024-04-17', suspensions: [{ days: 12 }] } }]);
  });
});

describe('before silence decides', () => {
  /** Ready for the authority on 2 April 2024, three days before the implicit rejection. */
  const late = {
    'committee-heard': ({ openedAt }: { openedAt: number }): Play => ({
      afterHours: (instantAt('2024-04-02', '15:00') - openedAt) / 3_600_000,
      answer: { session: 'COMITE-2024-000001', result: 'favourable', metOn: '2024-04-02', amountCents: 100_000_00 },
      by: 'committee-1',
    }),
  };

  test('the authority has until the day of the implicit rejection, not ten working days, and no extension', async () => {
    const rehearsal = await run(late, {
      acts: [intervene('2024-04-03', { kind: 'extend', id: 'decide-1', term: days(1), reason: 'Congés' })],
    });
    expect(asked(rehearsal, 'decide')).toMatchObject([{ due: { from: '2024-04-02', lastDay: '2024-04-05', term: { clock: 'legal' } } }]);
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'extensionNotAllowed' } }]);
  });

  test('between administrations ten working days, for silence decides nothing', async () => {
    const rehearsal = await run(late, { application: anApplication({ body: { ...anApplication().body, kind: 'operator' } }) });
    expect(asked(rehearsal, 'decide')).toMatchObject([{ due: { lastDay: '2024-04-16', term: { clock: 'service' } } }]);
  });
});
