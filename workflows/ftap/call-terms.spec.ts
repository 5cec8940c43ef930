import { aCall, anApplication } from '../../test/builders/ftap.js';
import { applicationForm, mostCents } from './application.js';
import { callTerms } from './call-terms.js';

const errors = (schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } | undefined } }, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join('.'));

test('terms may not contradict themselves', () => {
  expect(errors(callTerms, aCall())).toEqual([]);
  expect(errors(callTerms, aCall({ floorCents: 2_000_000_00 }))).toEqual(['floorCents']);
  expect(errors(callTerms, aCall({ instalments: [{ label: 'Avance', share: 0.3, condition: 'À la signature' }] }))).toEqual([
    'instalments',
  ]);
});

describe('the amount asked for', () => {
  const asked = (amountCents: number, eligibleCents = 300_000_00) =>
    errors(
      applicationForm(aCall()),
      anApplication({ budget: { amountCents, lines: [{ label: 'Conception', amountCents: eligibleCents, eligible: true }] } }),
    );

  test.each([
    ['the whole rate', 150_000_00, []],
    ['a cent more than the rate', 150_000_01, ['budget.amountCents']],
    ['a cent less than the floor', 49_999_99, ['budget.amountCents']],
  ])('%s', (_, amount, expected) => {
    expect(asked(amount)).toEqual(expected);
  });

  test('more than the ceiling, whatever the cost', () => {
    expect(asked(1_500_000_01, 10_000_000_00)).toEqual(['budget.amountCents']);
  });

  test('a cost that is not eligible does not count; a rate is exact to the cent', () => {
    const lines = [
      { label: 'Conception', amountCents: 100, eligible: true },
      { label: 'Matériel', amountCents: 1_000_000, eligible: false },
    ];
    expect(mostCents(lines, { rate: 0.29 })).toBe(29);
  });
});
