import { aCall, anApplication } from '../../test/builders/ftap.js';
import { applicationForm, mostCents } from './application.js';
import { callTerms, type CallTerms } from './call-terms.js';

type Schema = {
  safeParse(value: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined };
};
const issues = (schema: Schema, value: unknown) => schema.safeParse(value).error?.issues ?? [];
const errors = (schema: Schema, value: unknown) => issues(schema, value).map(({ path }) => path.join('.'));

/** Instalments of these shares: an advance, interims, and the balance that makes a whole. */
function paying(advance: number, ...interims: number[]): CallTerms['instalments'] {
  const balance = 1 - [advance, ...interims].reduce((total, share) => total + share, 0);
  const all = [{ kind: 'advance' as const, share: advance }, ...interims.map((share) => ({ kind: 'interim' as const, share }))];
  return [...all, { kind: 'balance' as const, share: balance }].map((one) => ({ ...one, label: one.kind, condition: 'Sur pièces' }));
}

describe('terms may not contradict themselves', () => {
  test.each<[string, Partial<CallTerms>, string[]]>([
    ['a call with valid terms', {}, []],
    ['a floor above the ceiling', { floorCents: 2_000_000_00 }, ['floorCents']],
    ['a shortest project longer than the longest', { durationMonths: { min: 24, max: 12 } }, ['durationMonths']],
    ['sessions of the committee out of order', { committeeDates: ['2026-06-18', '2026-03-18'] }, ['committeeDates']],
    ['instalments that do not make a whole', { instalments: paying(0.3).slice(0, 1) }, ['instalments']],
    ['a call for nobody', { eligibleBodies: [] }, ['eligibleBodies']],
  ])('%s', (_, change, expected) => {
    expect(errors(callTerms, aCall(change))).toEqual(expected);
  });

  test.each([
    ['11-30', []],
    ['30/11', ['yearEnd.lastCommitment']],
    ['13-01', ['yearEnd.lastCommitment']],
  ])('the last day of commitment %s', (lastCommitment, expected) => {
    expect(errors(callTerms, aCall({ yearEnd: { lastCommitment, lastPayment: '12-15' } }))).toEqual(expected);
  });
});

describe('décret n° 2018-514, article 12', () => {
  const long = { min: 6, max: 60 };
  test.each<[string, Partial<CallTerms>, RegExp[]]>([
    ['an advance of 30 %', { instalments: paying(0.3, 0.5) }, []],
    ['an advance above 30 %', { instalments: paying(0.31, 0.4) }, [/avance ne peut pas dépasser 30\u202f%/]],
    ['80 % before the balance', { instalments: paying(0.2, 0.3, 0.3) }, []],
    ['more than 80 % before the balance', { instalments: paying(0.3, 0.51) }, [/acomptes ne peuvent pas dépasser 80\u202f%/]],
    ['90 % for projects of more than 48 months', { instalments: paying(0.3, 0.6), durationMonths: long }, []],
    ['90 % for projects of 48 months', { instalments: paying(0.3, 0.6), durationMonths: { min: 6, max: 48 } }, [/80\u202f%/]],
    ['more than 90 % for long projects', { instalments: paying(0.3, 0.61), durationMonths: long }, [/90\u202f%/]],
  ])('%s', (_, change, expected) => {
    const messages = issues(callTerms, aCall({ investment: true, ...change })).map(({ message }) => message);
    expect(messages).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
    expect(messages.every((message) => message.includes('article 12'))).toBe(true);
  });

  test('does not bind what is not investment', () => {
    expect(errors(callTerms, aCall({ investment: false, instalments: paying(0.6, 0.35) }))).toEqual([]);
  });
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
