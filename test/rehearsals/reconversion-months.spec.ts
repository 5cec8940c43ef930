import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play, Rehearsal } from '#workflows/kit/rehearsal.js';
import { beforeLastDay, by } from '#workflows/reconversion/course/course.js';
import { typicalCourse } from '#workflows/reconversion/course/index.js';
import type { ReviewContext } from '#workflows/reconversion/tasks/milestone.js';
import { journey } from '../builders/reconversion.js';
import { onlyFirst, silence } from '../builders/reconversion-paths.js';
import { fold } from '#workflows/kit/fold.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { explainWaits } from '#workflows/kit/waits.js';
import { reconversion3mR1 } from '#workflows/reconversion/reconversion.r1.js';
import { act, all, asked, told } from '../builders/read-rehearsal.js';

const after =
  (days: number, answer: unknown) =>
  (item: OpenItem): Play => ({ afterDays: days, answer, by: by(item) });
const until = (day: string) => ({ until: instantAt(day, '00:00') });
const usual = (key: string, item: OpenItem) => typicalCourse[key]?.(item) ?? 'never';
const daysOf = (rehearsal: Rehearsal, template: string) =>
  all(rehearsal, 'told').flatMap((entry) => (entry.template === template ? [civilDateAt(entry.at)] : []));

describe('R4 to R6 – the milestones of the months', () => {
  test('each is due at the end of its month, counted from day one', async () => {
    const rehearsal = await journey(3);
    expect(asked(rehearsal, 'hand-in-milestone').map(({ due }) => due?.lastDay)).toEqual(['2026-06-15', '2026-07-15', '2026-08-15']);
    expect(asked(rehearsal, 'hand-in-milestone').map(({ at }) => civilDateAt(at))).toEqual(['2026-05-15', '2026-06-15', '2026-07-15']);
  });

  test('taken up again once, then validated', async () => {
    const rehearsal = await journey(3, {
      'review-milestone': onlyFirst('review-milestone', after(3, { verdict: 'again', feedback: 'La partie sur les usagers manque.' })),
    });
    expect(asked(rehearsal, 'hand-in-milestone').find(({ context }) => (context as ReviewContext).attempt === 2)).toMatchObject({
      context: { milestone: 'foundations', attempt: 2, asked: 'La partie sur les usagers manque.' },
      due: { term: { n: 10, unit: 'workingDays' } },
    });
    expect(told(rehearsal).filter((template) => template.startsWith('milestone-'))[0]).toBe('milestone-again');
    expect(all(rehearsal, 'measured').find(({ indicator }) => indicator === 'journey/milestone/foundations')?.value).toBe(1);
  });

  test('not a second time: the form no longer offers it', async () => {
    const rehearsal = await journey(
      3,
      { 'review-milestone': after(3, { verdict: 'again', feedback: 'Encore une fois.' }) },
      until('2026-07-31'),
    );
    expect(rehearsal.refusals.filter(({ refusal }) => refusal.code === 'answerInvalid')).not.toEqual([]);
  });

  test('never handed in: the coach leaves more time once, or finds it missed; the journey goes on', async () => {
    const rehearsal = await journey(3, {
      'hand-in-milestone': (item) =>
        (item.context as ReviewContext).milestone === 'foundations' ? 'never' : usual('hand-in-milestone', item),
      'review-milestone': (item) => {
        const { handedIn, mayRetry } = item.context as ReviewContext;
        if (handedIn) return usual('review-milestone', item);
        return after(2, { verdict: mayRetry ? 'again' : 'missed', feedback: 'Rien n’a été remis à ce jour.' })(item);
      },
    });
    expect(asked(rehearsal, 'review-milestone').slice(0, 2)).toMatchObject([
      { context: { handedIn: false, mayRetry: true } },
      { context: { handedIn: false, mayRetry: false } },
    ]);
    expect(all(rehearsal, 'measured').find(({ indicator }) => indicator === 'journey/milestone/foundations')?.value).toBe(0);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('only the coach of the participant validates', async () => {
    const byAnother = (item: OpenItem): Play => ({ ...(usual('review-milestone', item) as Exclude<Play, 'never'>), by: 'coach-7' });
    const rehearsal = await journey(3, { 'review-milestone': byAnother }, until('2026-07-31'));
    expect(rehearsal.refusals).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ refusal: expect.objectContaining({ code: 'notAddressee' }) as unknown }),
      ]) as object[],
    );
  });
});

describe('what the case waits for', () => {
  test('a month to come is a date, and nobody has to do anything about it', async () => {
    const { journal } = await journey(3, {}, until('2026-06-01'));
    const months = explainWaits(fold(undefined, journal), reconversion3mR1 as unknown as Procedure).filter(({ id }) =>
      id.startsWith('month'),
    );
    expect(months.map(({ lastDay, unblock }) => [lastDay, unblock])).toEqual([
      ['2026-06-14', 'Rien à faire\u00a0: la date arrivera.'],
      ['2026-07-14', 'Rien à faire\u00a0: la date arrivera.'],
    ]);
  });
});

describe('the coach meets the participant every ten working days', () => {
  test('counted from the last meeting', async () => {
    const rehearsal = await journey(3, {}, until('2026-06-30'));
    const [first, second] = asked(rehearsal, 'coach-meeting');
    expect(first?.due).toMatchObject({ from: '2026-05-15', lastDay: '2026-06-01' });
    expect(second?.due).toMatchObject({ from: '2026-05-25', lastDay: '2026-06-08' });
  });

  test('the program manager is told when it does not take place', async () => {
    const rehearsal = await journey(3, { 'coach-meeting': () => 'never' }, until('2026-06-15'));
    expect(all(rehearsal, 'escalated')).toMatchObject([
      { id: 'coach-meeting-1', to: 'programManager' },
      { id: 'coach-meeting-1', to: 'direction' },
    ]);
  });
});

describe('no sign for ten working days', () => {
  const quiet = { ...silence, 'hand-in-milestone': () => 'never' as const, 'reach-out': () => 'never' as const };

  test('a message to the participant, five days later the coach, five days later the program manager', async () => {
    const rehearsal = await journey(3, quiet, until('2026-06-25'));
    expect(daysOf(rehearsal, 'nudge')).toEqual(['2026-06-02']);
    const [step] = asked(rehearsal, 'reach-out');
    expect(step).toMatchObject({ to: { role: 'coach', person: 'coach-1' }, context: { silentSince: '2026-05-15' } });
    expect(civilDateAt(step?.at ?? 0)).toBe('2026-06-10');
    expect(step?.due?.lastDay).toBe('2026-06-17');
    expect(all(rehearsal, 'escalated').find(({ id }) => id === 'reach-out-1')).toMatchObject({ to: 'programManager' });
  });

  test('closes by itself when a sign comes: a line in the log is enough', async () => {
    const rehearsal = await journey(
      3,
      { ...quiet, 'log-written': (item) => (item.nth === 1 ? after(27, { done: 'De retour.', needsHelp: true })(item) : 'never') },
      until('2026-06-16'),
    );
    expect(all(rehearsal, 'dropped')).toMatchObject([{ id: 'reach-out-1', why: 'noLongerNeeded' }]);
    expect(all(rehearsal, 'clockStarted').at(-1)).toMatchObject({ clock: 'no-sign', due: { from: '2026-06-11' } });
  });

  test('a sign after the message spares the coach', async () => {
    const rehearsal = await journey(
      3,
      { ...quiet, 'log-written': (item) => (item.nth === 1 ? after(20, { done: 'De retour.', needsHelp: false })(item) : 'never') },
      until('2026-06-16'),
    );
    expect(daysOf(rehearsal, 'nudge')).toHaveLength(1);
    expect(asked(rehearsal, 'reach-out')).toEqual([]);
  });

  test('who writes each week never hears of it', async () => {
    const rehearsal = await journey(3, { 'coach-meeting': () => 'never' });
    expect(daysOf(rehearsal, 'nudge')).toEqual([]);
  });
});

describe('another coach', () => {
  const changeOn = (days: number, overlapDays = 7): Record<string, (item: OpenItem) => Play> => ({
    'coach-changed': (item) =>
      item.nth === 1
        ? after(days, {
            coach: 'coach-2',
            previous: 'coach-1',
            overlapUntil: addDays(civilDateAt(item.openedAt), days + overlapDays),
            why: 'Départ',
          })(item)
        : 'never',
  });

  test('new tasks are theirs at once; what is open passes to them when the overlap ends', async () => {
    const rehearsal = await journey(
      3,
      { ...changeOn(112), 'coach-meeting': () => 'never', 'hand-over': () => 'never' },
      until('2026-06-10'),
    );
    expect(asked(rehearsal, 'coach-meeting').map(({ to, at }) => [to.person, civilDateAt(at)])).toEqual([
      ['coach-1', '2026-05-15'],
      ['coach-2', '2026-05-27'],
    ]);
    expect(all(rehearsal, 'dropped').map(({ id }) => id)).toContain('coach-meeting-1');
  });

  test('the former coach leaves a shared note and no other', async () => {
    const rehearsal = await journey(3, changeOn(112), until('2026-06-10'));
    expect(asked(rehearsal, 'hand-over')).toMatchObject([
      { to: { role: 'coach', person: 'coach-1' }, due: { lastDay: '2026-05-26' }, onLapse: 'waive' },
    ]);
    expect(told(rehearsal)).toContain('coach-changed');
  });

  test('neither of them judges the participant', async () => {
    const rehearsal = await journey(3, changeOn(112));
    const expected = all(rehearsal, 'expected').findLast(({ event }) => event === 'jury-held');
    expect(expected?.context).toMatchObject({ notBy: ['coach-1', 'coach-2'] });
  });
});

describe('R5 – another track, until the end of the fifth week', () => {
  const request = (days: number) => ({
    'track-switch-requested': after(days, { track: 'technical', why: 'Je suis plus à l’aise avec les équipes techniques.' }),
  });

  test('granted by the program manager, told to the participant and the coach', async () => {
    const rehearsal = await journey(3, request(20));
    expect(asked(rehearsal, 'decide-track-switch')).toMatchObject([
      { to: { role: 'programManager' }, context: { label: 'Voie technique' } },
    ]);
    expect(all(rehearsal, 'told').filter(({ template }) => template === 'track-switched')).toMatchObject([
      { to: { role: 'participant' } },
      { to: { role: 'coach', person: 'coach-1' } },
    ]);
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({ data: { track: 'Voie technique' } });
  });

  test('refused with reasons: the participant stays in their track', async () => {
    const rehearsal = await journey(3, {
      ...request(20),
      'decide-track-switch': after(2, { verdict: 'refuse', reasons: 'Les prérequis de la voie ne sont pas acquis.' }),
    });
    expect(told(rehearsal)).toContain('track-kept');
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({ data: { track: 'Voie métier' } });
  });

  test('offered from day one to the thirty-fifth day', async () => {
    const rehearsal = await journey(3);
    expect(all(rehearsal, 'expected').find(({ event }) => event === 'track-switch-requested')?.due?.lastDay).toBe('2026-06-18');
    expect((await journey(3, request(40))).refusals).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ refusal: expect.objectContaining({ code: 'taskLapsed' }) as unknown }),
      ]) as object[],
    );
  });

  test('there is none to ask for where the journey has one way', async () => {
    expect(all(await journey(6), 'expected').map(({ event }) => event)).not.toContain('track-switch-requested');
  });
});

describe('S7 – mid-term review', () => {
  const reasons = 'Deux jalons ne sont pas atteints et la mission ne peut pas commencer.';
  const stop = { 'decide-mid-term': after(3, { verdict: 'stop', reasons }) };

  test('the coach and the employer report, the program manager decides', async () => {
    const rehearsal = await journey(6);
    expect(asked(rehearsal, 'report-mid-term').map(({ to }) => to.role)).toEqual(['coach', 'employer']);
    expect((asked(rehearsal, 'decide-mid-term')[0]?.context as { reports: string[] }).reports).toHaveLength(2);
  });

  test('adapt: what changes is told to the participant', async () => {
    const rehearsal = await journey(6, {
      'decide-mid-term': after(3, { verdict: 'adapt', what: 'Un jour de plus par semaine pour la mission.' }),
    });
    expect(told(rehearsal)).toContain('mid-term-adapted');
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('stop: never before the participant was heard, and they may go on', async () => {
    const rehearsal = await journey(6, stop);
    expect(asked(rehearsal, 'be-heard')).toMatchObject([{ to: { role: 'participant' }, context: { reasons } }]);
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('stopped: the seat is free, the employer learns the last day only, the milestones stay', async () => {
    const rehearsal = await journey(6, { ...stop, 'confirm-stop': after(2, { verdict: 'stop', reasons }) });
    expect(rehearsal.outcome).toMatchObject({ kind: 'stopped', data: { validated: ['immersion', 'fundamentals', 'strategy'] } });
    expect(all(rehearsal, 'informed').at(-1)).toMatchObject({ event: 'member-left', by: 'programManager-1' });
    expect(all(rehearsal, 'told').findLast(({ to }) => to.role === 'employer')).toMatchObject({
      template: 'journey-ends',
      data: { endsOn: '2026-08-28' },
    });
  });
});

describe('S8 – mission', () => {
  test('the sponsor accepts it on the host’s side, by the end of the fifth month', async () => {
    const rehearsal = await journey(6, {}, { input: { host: 'host-1' } });
    expect(asked(rehearsal, 'hand-in-milestone').at(-1)).toMatchObject({
      context: { milestone: 'mission' },
      due: { lastDay: '2026-10-15' },
    });
    expect(asked(rehearsal, 'review-milestone').at(-1)).toMatchObject({ to: { role: 'employer', person: 'host-1' } });
  });
});

describe('a term may be extended, by half at most, once', () => {
  const extend = (day: string, n: number) =>
    act(day, 'manager-1', 'programManager', {
      kind: 'intervene',
      intervention: { kind: 'extend', id: 'hand-in-milestone-1', term: { n, unit: 'days', clock: 'service' }, reason: 'Session reportée' },
    });

  test('the last day of a milestone moves', async () => {
    const rehearsal = await journey(
      3,
      {
        'hand-in-milestone': (item) => ({
          ...(usual('hand-in-milestone', item) as Exclude<Play, 'never'>),
          afterHours: beforeLastDay(item) + 200,
        }),
      },
      { acts: [extend('2026-06-01', 10), extend('2026-06-02', 10), extend('2026-06-03', 30)], ...until('2026-07-01') },
    );
    expect(all(rehearsal, 'moved')).toMatchObject([{ id: 'hand-in-milestone-1', due: { lastDay: '2026-06-25' } }]);
    expect(rehearsal.refusals.filter(({ refusal }) => refusal.code === 'extensionNotAllowed')).toHaveLength(2);
  });
});
