import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { by } from '#workflows/reconversion/course/course.js';
import { journey } from '../builders/reconversion.js';
import { withdrawsWhenHeard } from '../builders/reconversion-paths.js';
import { all, asked, intervene, letters, stages, told } from '../builders/read-rehearsal.js';

const after =
  (days: number, answer: unknown) =>
  (item: OpenItem): Play => ({ afterDays: days, answer, by: by(item) });
const until = (day: string) => ({ until: instantAt(day, '00:00') });

describe('pause and resume', () => {
  const maternity = [
    intervene('2026-05-25', { kind: 'pause', cause: 'maternity', reason: 'Congé maternité' }),
    intervene('2026-09-14', { kind: 'resume', reason: 'Retour' }),
  ];

  test('every term shifts by the pause, and what follows too', async () => {
    const rehearsal = await journey(3, {}, { acts: maternity });
    expect(all(rehearsal, 'moved').find(({ id }) => id === 'hand-in-milestone-1')?.due).toMatchObject({ lastDay: '2026-10-05' });
    expect(stages(rehearsal)).toContain('defence');
    expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
  });

  test('when the cohort’s jury has passed meanwhile, the case waits for another, twenty working days at most', async () => {
    const rehearsal = await journey(3, {}, { acts: maternity });
    const awaited = all(rehearsal, 'expected').findLast(({ event }) => event === 'jury-held');
    expect(awaited?.due?.term).toMatchObject({ n: 20, unit: 'workingDays' });
  });

  test('nobody is nudged while they are away', async () => {
    const rehearsal = await journey(
      3,
      { 'log-written': () => 'never', 'coach-meeting': () => 'never' },
      { acts: maternity, ...until('2026-09-14') },
    );
    expect(told(rehearsal)).not.toContain('nudge');
  });

  test('a coach may ask for it, the program manager decides', async () => {
    const rehearsal = await journey(
      3,
      {},
      {
        acts: [intervene('2026-05-25', { kind: 'pause', cause: 'service', reason: 'Nécessité de service' }, 'coach-1', 'coach')],
        ...until('2026-05-30'),
      },
    );
    expect(all(rehearsal, 'requested')).toMatchObject([{ by: 'coach-1', intervention: { kind: 'pause' } }]);
    expect(all(rehearsal, 'paused')).toMatchObject([{ cause: 'service' }]);
  });
});

describe('a journey that is left', () => {
  test('the seat is free at once, before the exit interview', async () => {
    const rehearsal = await journey(3, withdrawsWhenHeard);
    const left = all(rehearsal, 'informed').at(-1);
    expect(left).toMatchObject({
      ref: 'PROMO-2026-000001',
      event: 'member-left',
      data: { ref: 'RECONV-2026-000001' },
      by: 'participant-1',
    });
    const [interview] = asked(rehearsal, 'exit-interview');
    expect(left?.seq).toBeLessThan(interview?.seq ?? 0);
  });

  test('exit interview with the coach within ten working days', async () => {
    const rehearsal = await journey(3, withdrawsWhenHeard);
    expect(asked(rehearsal, 'exit-interview')).toMatchObject([
      { to: { person: 'coach-1' }, due: { term: { n: 10, unit: 'workingDays' } } },
    ]);
  });

  test('the employer is told the last day only', async () => {
    const rehearsal = await journey(3, {
      'journey-left': (item) => (item.to?.role === 'participant' ? after(150, { endsOn: '2026-06-30', message: 'Merci.' })(item) : 'never'),
    });
    expect(all(rehearsal, 'told').filter(({ to }) => to.role === 'employer')).toMatchObject([
      { template: 'journey-ends', data: { endsOn: '2026-06-30' } },
    ]);
  });

  test('what was validated is certified, and may be kept later', async () => {
    const rehearsal = await journey(3, withdrawsWhenHeard);
    expect(letters(rehearsal).at(-1)).toBe('journey-certificate');
    expect(rehearsal.outcome).toEqual({ kind: 'droppedOut', data: { validated: ['foundations'], endedOn: '2026-07-05' } });
  });

  test('the program manager may record it too; nothing else is asked for any more', async () => {
    const rehearsal = await journey(3, {
      'journey-left': (item) => (item.to?.role === 'programManager' ? after(150, { endsOn: '2026-06-30' })(item) : 'never'),
    });
    expect(rehearsal.outcome).toMatchObject({ kind: 'droppedOut' });
    expect(all(rehearsal, 'dropped').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hand-in-milestone-2', 'jury-held-1']) as string[],
    );
  });

  test('before day one there is nothing to certify', async () => {
    const rehearsal = await journey(3, {
      'journey-left': (item) => (item.to?.role === 'participant' ? after(30, { endsOn: '2026-03-02' })(item) : 'never'),
    });
    expect(letters(rehearsal)).toEqual(['journey-convention']);
    expect(rehearsal.outcome).toMatchObject({ kind: 'droppedOut', data: { validated: [] } });
  });

  test('between two hearings too', async () => {
    const rehearsal = await journey(3, {
      'jury-held': (item) =>
        item.optional || item.nth > 2
          ? 'never'
          : after(5, { heldOn: '2026-08-29', result: 'resit', judges: ['jury-1'], why: 'À revoir.' })(item),
      'journey-left': (item) => (item.nth > 2 && item.to?.role === 'participant' ? after(5, { endsOn: '2026-09-10' })(item) : 'never'),
    });
    expect(rehearsal.outcome).toMatchObject({ kind: 'droppedOut' });
  });
});

describe('readmission', () => {
  const again = (leftOn: string) => ({ input: { readmittedFrom: 'RECONV-2024-000007', leftOn, keeps: ['foundations', 'track'] } });

  test('within 24 months, validated milestones are kept', async () => {
    const rehearsal = await journey(3, {}, again('2024-06-01'));
    expect(asked(rehearsal, 'hand-in-milestone')).toMatchObject([{ context: { milestone: 'practice' } }]);
    expect(stages(rehearsal)).not.toContain('month1');
    expect(all(rehearsal, 'produced').at(-1)).toMatchObject({
      data: { validated: ['Socle commun', 'Voie métier ou technique', 'Mise en situation'] },
    });
  });

  test('later, everything begins anew', async () => {
    const rehearsal = await journey(3, {}, again('2024-05-01'));
    expect(asked(rehearsal, 'hand-in-milestone')).toHaveLength(3);
  });
});

describe('the cohort’s calendar', () => {
  test('day one that moves is waited for, later or earlier', async () => {
    const moved = (startsOn: string) => ({
      'calendar-changed': (item: OpenItem): Play =>
        item.nth === 1
          ? after(60, { startsOn, juryOn: '2026-10-30', resitBy: '2026-11-27', sessions: [], why: 'La salle n’est pas libre.' })(item)
          : 'never',
    });
    for (const startsOn of ['2026-06-08', '2026-04-13']) {
      const rehearsal = await journey(3, moved(startsOn));
      const started = all(rehearsal, 'measured').find(({ indicator }) => indicator === 'journey/started');
      expect(civilDateAt(started?.at ?? 0)).toBe(startsOn);
      expect(rehearsal.outcome).toEqual({ kind: 'assigned' });
    }
  });

  test('once the journey is over, dates that move concern others', async () => {
    const rehearsal = await journey(3, {
      'calendar-changed': (item) =>
        item.nth === 2 ? after(5, { startsOn: '2026-05-15', juryOn: '2026-10-30', resitBy: '2026-11-27', sessions: [] })(item) : 'never',
    });
    expect(all(rehearsal, 'happened').map(({ id }) => id)).toContain('calendar-changed-2');
    expect(told(rehearsal)).not.toContain('calendar-changed');
  });
});
