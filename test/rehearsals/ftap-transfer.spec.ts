import { instantAt } from '#workflows/calendar/paris-time.js';
import { fold } from '#workflows/kit/fold.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import { aFileId } from '../builders/ftap.js';
import { all, asked, intervene, run } from '../builders/ftap-rehearsal.js';

const successor = { owner: 'applicant-2', bodyName: 'Institut successeur', siret: '99900002900010' };
const merger = (day: string) => intervene(day, { kind: 'transfer', ...successor, reason: 'Fusion des deux instituts au 1er janvier' });
const until = (day: string) => ({ until: instantAt(day, '00:00') });

describe('an operator that merges into another', () => {
  test('a second person grants the transfer; the case is then the new body’s', async () => {
    const rehearsal = await run({}, { acts: [merger('2024-02-20')], ...until('2024-02-25') });
    expect(all(rehearsal, 'requested')).toMatchObject([{ by: 'manager-1', intervention: { kind: 'transfer' } }]);
    expect(all(rehearsal, 'transferred')).toMatchObject([{ by: 'manager-2', ...successor }]);
    expect(fold(undefined, rehearsal.journal).summary).toMatchObject(successor);
  });

  test('what was asked of the applicant is now the new owner’s to do', async () => {
    const rehearsal = await run(
      {
        'check-completeness': ({ nth }) =>
          nth === 1
            ? { afterDays: 10, answer: { verdict: 'pieces', missing: ['budget'] }, by: 'reviewer-1' }
            : { afterDays: 1, answer: { verdict: 'complete' }, by: 'reviewer-1' },
        'supply-pieces': () => ({ afterDays: 12, answer: { documents: [aFileId] }, by: successor.owner }),
      },
      { acts: [merger('2024-02-20')], ...until('2024-03-10') },
    );
    expect(rehearsal.refusals).toEqual([]);
    expect(all(rehearsal, 'answered').find(({ id }) => id === 'supply-pieces-1')).toMatchObject({ by: 'applicant-2' });
  });

  test.each([
    [
      'the new owner decides',
      'decide',
      { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères.' },
      'applicant-2',
      'authority',
    ],
    [
      'the former owner decides',
      'decide',
      { decision: 'award', amountCents: 100_000_00, why: 'Le projet répond aux critères.' },
      'applicant-1',
      'authority',
    ],
  ] as const)('it is refused that %s', async (_case, key, answer, by, role) => {
    const play = (): Play => ({ afterDays: 3, answer, by, roles: [role] });
    const rehearsal = await run({ [key]: play }, { acts: [merger('2024-02-20')], ...until('2024-06-10') });
    expect(asked(rehearsal, key)).toHaveLength(1);
    expect(rehearsal.refusals).toMatchObject([{ request: { by }, refusal: { code: 'separationOfDuties' } }]);
  });

  test('neither terms nor tasks change: who takes a case over takes it as it is', async () => {
    const [alone, transferred] = await Promise.all([
      run({}, until('2024-05-10')),
      run({}, { acts: [merger('2024-02-20')], ...until('2024-05-10') }),
    ]);
    const dues = (rehearsal: typeof alone) =>
      all(rehearsal, 'asked')
        .filter(({ task }) => task !== 'decide-intervention')
        .map(({ id, due }) => [id, due?.lastDay]);
    expect(dues(transferred)).toEqual(dues(alone));
  });
});
