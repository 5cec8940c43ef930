import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import { act, all, asked, run, stages, told } from '../builders/ftap-rehearsal.js';
import { operator, type Plays, stop } from '../builders/decision-plays.js';

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
