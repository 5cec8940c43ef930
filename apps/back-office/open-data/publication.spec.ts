import type { GrantFacts } from './grant-facts.js';
import { type OpenDataScope, publications } from './publication.js';

const grantor = { name: 'Campus du numérique public', siret: '99900001100018' };
const grant: GrantFacts = {
  ref: 'FTAP-2026-000001',
  title: 'Parcours données pour tous',
  bodyName: 'Institut Exemple',
  siret: '99900002900010',
  bodyKind: 'association',
  callId: '65d5b6c7-102c-4440-ac3b-768f708edc0a',
  amountCents: 120_000_50,
  signedOn: '2026-03-12',
  instalments: 3,
  endsOn: '2027-08-31',
  paidOn: [],
};
const published = (
  change: Partial<GrantFacts>,
  { scope = 'legal', today = '2026-04-01' }: { scope?: OpenDataScope; today?: string } = {},
) => publications([{ ...grant, ...change }], { grantor, scope, today })[0]!;

it('tells a grant by the sixteen columns of the schema', () => {
  expect(Object.values(published({}).row)).toEqual([
    'Campus du numérique public',
    '99900001100018',
    '2026-03-12',
    'FTAP-2026-000001',
    'Institut Exemple',
    '99900002900010',
    '',
    'Parcours données pour tous',
    '120000.50',
    'aide en numéraire',
    'échelonné',
    '2026-03-12/2027-08-31',
    '',
    'non',
    '1.00',
    '65d5b6c7-102c-4440-ac3b-768f708edc0a',
  ]);
});

it('knows the day of a single payment once it is made, and lets a late one end the period', () => {
  expect(published({ instalments: 1, paidOn: ['2026-05-04'] }).row.datesPeriodeVersement).toBe('2026-05-04');
  expect(published({ instalments: 1 }).row).toMatchObject({
    conditionsVersement: 'unique',
    datesPeriodeVersement: '2026-03-12/2027-08-31',
  });
  expect(published({ paidOn: ['2026-05-04', '2027-11-30'] }).row.datesPeriodeVersement).toBe('2026-03-12/2027-11-30');
});

it('cuts a purpose that is too long', () => {
  expect(published({ title: 'a'.repeat(300) }).row.objet).toHaveLength(256);
});

describe('décret n° 2017-779', () => {
  it.each<[string, Partial<GrantFacts>, OpenDataScope, string, boolean]>([
    ['a private body’s convention is published', {}, 'legal', 'published', true],
    ['a company’s too', { bodyKind: 'company' }, 'legal', 'published', true],
    ['not below 23 000 €', { amountCents: 23_000_00 }, 'legal', 'voluntary', false],
    ['nor an operator’s', { bodyKind: 'operator' }, 'legal', 'voluntary', false],
    ['unless the service publishes all', { bodyKind: 'operator' }, 'all', 'published', false],
    ['not before both have signed', { signedOn: undefined }, 'all', 'notSigned', true],
    ['nor what keeps not to the schema', { siret: '12345678901234' }, 'all', 'toCorrect', true],
    ['nor what was withdrawn', { outcome: 'withdrawnByAuthority' }, 'all', 'withdrawn', true],
    ['but what was completed', { outcome: 'completed' }, 'legal', 'published', true],
  ])('%s', (_, change, scope, state, mandatory) => {
    expect(published(change, { scope })).toMatchObject({ state, mandatory });
  });

  it('article 2: three months from the signature, and says how many days are left', () => {
    const wrong = { siret: '12345678901234' };
    expect(published(wrong, { today: '2026-06-11' })).toMatchObject({ publishBy: '2026-06-12', daysLeft: 1 });
    expect(published(wrong, { today: '2026-06-15' })).toMatchObject({ daysLeft: -3 });
    expect(published({})).not.toHaveProperty('daysLeft');
    expect(published({ ...wrong, bodyKind: 'operator' }, { scope: 'all' })).not.toHaveProperty('publishBy');
  });
});
