import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { by } from '#workflows/reconversion/course/course.js';
import { typicalCourse } from '#workflows/reconversion/course/index.js';
import type { SelectionContext } from '#workflows/reconversion/tasks/selection.js';
import { journey } from '../builders/reconversion.js';
import { act, all, asked, letters, stages, told } from '../builders/read-rehearsal.js';

const after =
  (days: number, answer: unknown) =>
  (item: OpenItem): Play => ({ afterDays: days, answer, by: by(item) });
const until = (day: string) => ({ until: instantAt(day, '00:00') });
const reasons = 'Le service ne peut pas être privé de cet agent cette année.';
const dueOf = (rehearsal: Awaited<ReturnType<typeof journey>>, id: string) =>
  rehearsal.journal.find((entry) => (entry.type === 'asked' || entry.type === 'expected') && entry.id === id) as {
    due?: { lastDay: string };
  };

describe('R1 – accord de l’employeur', () => {
  test('two months at most (décret 2007-1470); the employer is reminded each month', async () => {
    const rehearsal = await journey(3, { 'give-agreement': () => 'never' });
    expect(asked(rehearsal, 'give-agreement')).toMatchObject([
      { to: { role: 'employer' }, onLapse: 'lapse', due: { lastDay: '2026-03-05', term: { n: 2, unit: 'months', clock: 'legal' } } },
    ]);
    expect(all(rehearsal, 'reminded').map(({ at }) => civilDateAt(at))).toEqual(['2026-02-03', '2026-02-19', '2026-03-04']);
  });

  test('silence of the administration towards its agent is a rejection (CRPA L231-4, 5°)', async () => {
    const rehearsal = await journey(3, { 'give-agreement': () => 'never' });
    expect(rehearsal.outcome).toEqual({ kind: 'employerSilent' });
    expect(all(rehearsal, 'told').slice(1)).toMatchObject([{ to: { role: 'participant' } }, { to: { role: 'programManager' } }]);
  });

  test.each([
    ['refuse', 'refusedByEmployer'],
    ['postpone', 'postponed'],
  ])('%s: with reasons, which the agent reads', async (verdict, kind) => {
    const rehearsal = await journey(3, { 'give-agreement': after(20, { verdict, reasons }) });
    expect(rehearsal.outcome).toEqual({ kind, reason: reasons });
    expect(all(rehearsal, 'told').at(-1)).toMatchObject({ to: { role: 'participant' }, data: { reasons } });
  });

  test('a refusal without reasons is not taken', async () => {
    const rehearsal = await journey(3, { 'give-agreement': after(20, { verdict: 'refuse' }) }, until('2026-03-01'));
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'answerInvalid' } }]);
  });

  test('no acknowledgement between an administration and its agents (CRPA L112-2): a plain notice, no letter', async () => {
    const rehearsal = await journey(3, {}, until('2026-01-06'));
    expect(told(rehearsal)).toEqual(['filed']);
    expect(letters(rehearsal)).toEqual([]);
  });
});

describe('R2 – sélection', () => {
  const positioned = (systems: string) => ({
    'take-positioning': after(3, {
      prerequisites: { project: 'yes', systems, data: 'yes' },
      strengths: 'Conduite de projets.',
      needs: 'Architecture.',
    }),
  });

  test('prerequisites are those of the track; who lacks one is retained with a reason', async () => {
    const plays = { ...positioned('no'), 'select-candidate': after(5, { verdict: 'retain' }) };
    const rehearsal = await journey(3, plays, { input: { track: 'technical' }, ...until('2026-03-01') });
    const [selection] = asked(rehearsal, 'select-candidate');
    expect((selection?.context as SelectionContext).missing.map(({ key }) => key)).toEqual(['systems']);
    expect(rehearsal.refusals).toMatchObject([
      { refusal: { code: 'answerInvalid', fields: { derogation: expect.any(String) as string } } },
    ]);
  });

  test('who does not answer keeps their chance: everything is looked at in the interview', async () => {
    const rehearsal = await journey(3, { 'take-positioning': () => 'never', 'select-candidate': () => 'never' }, until('2026-02-20'));
    expect((asked(rehearsal, 'select-candidate')[0]?.context as SelectionContext).missing).toHaveLength(2);
  });

  test('of six months nothing is required: the diagnosis sets the pace only', async () => {
    const rehearsal = await journey(6, {}, until('2026-02-20'));
    expect(asked(rehearsal, 'take-positioning')[0]?.context).toEqual({ prerequisites: [] });
    expect((asked(rehearsal, 'select-candidate')[0]?.context as SelectionContext).missing).toEqual([]);
  });

  test('twenty working days from the employer’s agreement', async () => {
    const rehearsal = await journey(3, {}, until('2026-02-20'));
    expect(dueOf(rehearsal, 'select-candidate-1').due?.lastDay).toBe('2026-02-13');
  });

  test('a decision later than two months: a rejection is born, an express decision is still possible', async () => {
    const rehearsal = await journey(3, { 'select-candidate': after(75, { verdict: 'retain' }) });
    expect(all(rehearsal, 'clockExpired')[0]).toMatchObject({ id: 'implicit-rejection-1' });
    expect(told(rehearsal).slice(2, 5)).toEqual(['implicit-rejection', 'implicit-rejection', 'selected']);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  describe('a rejection born of silence may be contested as any other', () => {
    const contested = {
      'select-candidate': () => 'never' as const,
      'appeal-lodged': after(10, { grounds: 'Ma candidature est restée sans réponse.', documents: [] }),
    };
    const answered = (verdict: string) => ({ 'answer-appeal': after(8, { verdict, reasons }) });

    test('annulled by the direction: the candidate is retained', async () => {
      const rehearsal = await journey(3, { ...contested, ...answered('annul') });
      expect(asked(rehearsal, 'answer-appeal')).toMatchObject([{ to: { role: 'direction' }, context: { against: 'selection' } }]);
      // Two clear months from the day on which the silence had lasted two.
      expect(dueOf(rehearsal, 'appeal-lodged-1').due).toMatchObject({ from: '2026-03-17', lastDay: '2026-05-18' });
      expect(all(rehearsal, 'informed')[0]).toMatchObject({ event: 'seat-asked', by: 'direction-1' });
      expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
    });

    test('confirmed by the direction: the candidate is not retained, for its reasons', async () => {
      const rehearsal = await journey(3, { ...contested, ...answered('confirm') });
      expect(rehearsal.outcome).toEqual({ kind: 'notSelected', reason: reasons });
    });

    test('left without an answer: the service may still decide', async () => {
      const decided = { 'select-candidate': after(150, { verdict: 'refuse', reasons }), 'answer-appeal': () => 'never' as const };
      const rehearsal = await journey(3, { ...contested, ...decided });
      expect(told(rehearsal)).toContain('appeal-rejected-by-silence');
      expect(stages(rehearsal).slice(3, 5)).toEqual(['appeal', 'selection']);
      expect(rehearsal.outcome).toMatchObject({ kind: 'notSelected' });
    });

    test('an express decision takes its place: the appeal is no longer answered', async () => {
      const retained = { 'select-candidate': after(75, { verdict: 'retain' }), 'answer-appeal': () => 'never' as const };
      const rehearsal = await journey(3, { ...contested, ...retained });
      expect(all(rehearsal, 'dropped').map(({ id }) => id)).toContain('answer-appeal-1');
      expect(told(rehearsal)).not.toContain('appeal-rejected-by-silence');
      expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
    });
  });

  test('not retained: reasons and remedies by letter, two clear months to contest', async () => {
    const rehearsal = await journey(3, { 'select-candidate': after(6, { verdict: 'refuse', reasons }) });
    expect(rehearsal.outcome).toEqual({ kind: 'notSelected', reason: reasons });
    expect(letters(rehearsal)).toEqual(['selection-refusal']);
    expect(dueOf(rehearsal, 'appeal-lodged-1').due?.lastDay).toBe('2026-03-27');
  });
});

describe('the seat', () => {
  test('is asked of the cohort once the candidate is retained, and by who retained them', async () => {
    const rehearsal = await journey(3, {}, until('2026-02-20'));
    expect(all(rehearsal, 'informed')).toMatchObject([
      { ref: 'PROMO-2026-000001', event: 'seat-asked', data: { ref: 'RECONV-2026-000001' }, by: 'programManager-1' },
    ]);
  });

  test('from the waiting list, as late as it comes, the journey goes on by itself', async () => {
    const rehearsal = await journey(3, {
      'seat-given': (item) => ({ ...(typicalCourse['seat-given']?.(item) as Exclude<Play, 'never'>), afterDays: 105 }),
    });
    expect(stages(rehearsal)).toContain('month1');
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('that does not come before day one: the cohort starts without', async () => {
    const rehearsal = await journey(3, { 'seat-given': () => 'never' });
    expect(rehearsal.outcome).toEqual({ kind: 'noSeat' });
    expect(civilDateAt(rehearsal.journal.at(-1)?.at ?? 0)).toBe('2026-05-15');
  });

  test('is waited for until the new day one when the cohort starts later', async () => {
    const later = { startsOn: '2026-06-15', juryOn: '2026-10-01', resitBy: '2026-10-28', sessions: [] };
    const rehearsal = await journey(3, {
      'seat-given': () => 'never',
      'calendar-changed': (item) => (item.nth === 1 ? after(60, later)(item) : 'never'),
    });
    expect(civilDateAt(rehearsal.journal.at(-1)?.at ?? 0)).toBe('2026-06-15');
    expect(told(rehearsal)).toContain('calendar-changed');
  });
});

describe('R3 – convention tripartite', () => {
  test('agent, origin and host sign, the day before day one at the latest', async () => {
    const rehearsal = await journey(3, {}, { input: { employer: 'employer-1', host: 'host-1' }, ...until('2026-03-01') });
    expect(asked(rehearsal, 'sign-journey-convention')).toMatchObject([
      { to: { role: 'participant' }, due: { lastDay: '2026-05-14' }, context: { party: 'participant' } },
      { to: { role: 'employer', person: 'employer-1' }, context: { party: 'employer' } },
      { to: { role: 'employer', person: 'host-1' }, context: { party: 'host' } },
    ]);
    expect(told(rehearsal)).toContain('convention-signed');
  });

  test('one that declines ends it: the others no longer need to sign', async () => {
    const rehearsal = await journey(3, {
      'sign-journey-convention': (item) =>
        item.nth === 2 ? after(2, { choice: 'decline', reasons: 'Le remplacement est impossible.' })(item) : 'never',
    });
    expect(rehearsal.outcome).toEqual({ kind: 'notSigned' });
    expect(all(rehearsal, 'dropped').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sign-journey-convention-1', 'sign-journey-convention-3']) as string[],
    );
  });

  test('two signatures are not three', async () => {
    const rehearsal = await journey(3, {
      'sign-journey-convention': (item) => (item.nth === 3 ? 'never' : (typicalCourse['sign-journey-convention']?.(item) ?? 'never')),
    });
    expect(rehearsal.outcome).toEqual({ kind: 'notSigned' });
    expect(civilDateAt(rehearsal.journal.at(-1)?.at ?? 0)).toBe('2026-05-15');
  });

  test('who gets a seat on the eve has five working days', async () => {
    const rehearsal = await journey(
      3,
      { 'seat-given': (item) => ({ ...(typicalCourse['seat-given']?.(item) as Exclude<Play, 'never'>), afterDays: 107 }) },
      until('2026-05-16'),
    );
    const [signing] = asked(rehearsal, 'sign-journey-convention');
    expect(civilDateAt(signing?.at ?? 0)).toBe('2026-05-13');
    expect(signing?.due?.lastDay).toBe(addDays('2026-05-13', 8));
  });
});

describe('before day one an agent may withdraw', () => {
  const withdraw = (day: string) =>
    act(day, 'participant-1', 'participant', { kind: 'intervene', intervention: { kind: 'withdraw', reason: 'Un autre projet' } });

  test('the employer and the programme are told', async () => {
    const rehearsal = await journey(3, {}, { acts: [withdraw('2026-01-20')] });
    expect(rehearsal.outcome).toEqual({ kind: 'withdrawn', reason: 'Un autre projet' });
    expect(all(rehearsal, 'told').slice(-3)).toMatchObject([
      { to: { role: 'participant' } },
      { to: { role: 'employer' } },
      { to: { role: 'programManager' } },
    ]);
  });

  test('from day one on a journey is left, not withdrawn', async () => {
    const rehearsal = await journey(3, {}, { acts: [withdraw('2026-06-20')], ...until('2026-06-25') });
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'interventionNotAllowed' } }]);
  });
});
