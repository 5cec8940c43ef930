import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import { run } from '../builders/ftap-rehearsal.js';
import { all, asked } from '../builders/read-rehearsal.js';

type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

describe('a grant that hears the committee', () => {
  const sitting = { session: 'COMITE-2024-000001', metOn: '2024-05-15' };
  const listed = { ...sitting, result: 'waitingList', rank: 2, amountCents: 90_000_00 };
  const onTheDay = ({ due, openedAt }: OpenItem) => ((due?.firesAt ?? openedAt + 86_400_000) - openedAt) / 3_600_000 - 10;
  const hears = (...answers: object[]): Plays => ({
    'committee-heard': (item) =>
      answers[item.nth - 1] === undefined ? 'never' : { afterHours: onTheDay(item), answer: answers[item.nth - 1], by: 'committee-1' },
  });
  const proposed = (rehearsal: Awaited<ReturnType<typeof run>>) => asked(rehearsal, 'decide').map(({ context }) => context);

  test('on the waiting list, it waits for the next session or for money; the applicant knows the rank', async () => {
    const rehearsal = await run(hears(listed));
    expect(all(rehearsal, 'told').find(({ template }) => template === 'waiting-list')).toMatchObject({
      to: { role: 'applicant' },
      data: { rank: 2 },
    });
    expect(all(rehearsal, 'expected').slice(-2)).toMatchObject([
      { id: 'committee-heard-2', due: { lastDay: '2024-06-19' } },
      { id: 'promoted-1', from: { role: 'programManager' }, optional: true, context: { rank: 2, amountCents: 90_000_00 } },
    ]);
    expect(rehearsal.waitsFor).toEqual(expect.arrayContaining(['committee-heard-2', 'promoted-1']));
  });

  test('money returns first: it goes on to the authority with that amount, and no session is awaited any more', async () => {
    const rehearsal = await run({
      ...hears(listed),
      promoted: () => ({ afterDays: 12, answer: { amountCents: 80_000_00 }, by: 'manager-1' }),
    });
    expect(all(rehearsal, 'dropped').find(({ id }) => id === 'committee-heard-2')).toMatchObject({ why: 'noLongerNeeded' });
    expect(all(rehearsal, 'measured').find(({ indicator }) => indicator === 'proposed')).toMatchObject({ value: 80_000_00 });
    expect(proposed(rehearsal)[0]).toMatchObject({ proposedCents: 80_000_00 });
  });

  test('no more than it was listed for', async () => {
    const rehearsal = await run({
      ...hears(listed),
      promoted: () => ({ afterDays: 12, answer: { amountCents: 90_000_01 }, by: 'manager-1' }),
    });
    expect(rehearsal.refusals).toMatchObject([{ refusal: { code: 'answerInvalid' } }]);
  });

  test('the next session comes first: the promotion is no longer possible', async () => {
    const reserved = {
      session: 'COMITE-2024-000002',
      metOn: '2024-06-19',
      result: 'reserved',
      amountCents: 70_000_00,
      reserves: 'Réduire le coût.',
    };
    const rehearsal = await run(hears(listed, reserved));
    expect(all(rehearsal, 'dropped').find(({ id }) => id === 'promoted-1')).toMatchObject({ why: 'noLongerNeeded' });
    expect(proposed(rehearsal)[0]).toMatchObject({ proposedCents: 70_000_00, reserves: 'Réduire le coût.' });
  });

  test('what is proposed is measured only for a favourable opinion', async () => {
    const refused = await run(hears({ ...sitting, result: 'unfavourable', why: 'Le coût par agent formé n’est pas établi.' }));
    expect(all(refused, 'measured').filter(({ indicator }) => indicator === 'proposed')).toEqual([]);
    expect(asked(refused, 'decide')).toHaveLength(1);
  });
});
