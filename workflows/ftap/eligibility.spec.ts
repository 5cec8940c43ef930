import { aCall, anApplication } from '../../test/builders/ftap.js';
import { applicationForm } from './application.js';
import type { CallTerms } from './call-terms.js';
import { eligibility, type EligibilityRule, ineligibleFields, linesOf } from './eligibility.js';

const today = '2024-03-01';
const callOf = (terms: Partial<CallTerms> = {}, open = true) => ({
  terms: aCall(terms),
  opensOn: '2024-01-01',
  closesOn: '2024-06-30',
  open,
});
const whole = anApplication();
type Content = Record<string, Record<string, unknown>>;
const content = whole as unknown as Content;
/** The application with one of its fields changed. */
const changed = (part: string, change: Record<string, unknown>): Content => ({ ...content, [part]: { ...content[part], ...change } });
const ruleOf = (rule: EligibilityRule, of: Content, call = callOf()) => eligibility(of, call, today).find((one) => one.rule === rule);

it('meets every condition when the application is in order', () => {
  expect(eligibility(content, callOf(), today).filter(({ ok }) => ok !== true)).toEqual([]);
});

it('judges nothing that an empty draft does not say', () => {
  const judged = eligibility({}, callOf(), today).filter(({ ok }) => ok !== undefined);
  expect(judged.map(({ rule }) => rule)).toEqual(['callOpen']);
});

it.each<[EligibilityRule, Content, RegExp]>([
  ['body', changed('body', { kind: 'company' }), /n’est pas ouvert à cette catégorie \(Entreprise\)/],
  ['siret', changed('body', { siret: '99900001100019' }), /clé ne concorde pas/],
  ['start', changed('project', { startsOn: '2024-02-29' }), /à partir du 1er mars 2024/],
  ['duration', changed('project', { durationMonths: 2 }), /de 3 à 36 mois/],
  ['amount', changed('budget', { amountCents: 1 }), /doit aller de/],
  ['rate', changed('budget', { amountCents: 150_000_01 }), /50\u202f% du coût éligible, soit 150\u202f000\u00a0€/],
  ['reuse', changed('commitments', { reuse: false }), /Campus/],
])('refuses for %s alone, and says why', (rule, of, why) => {
  const unmet = eligibility(of, callOf({ eligibleBodies: ['operator', 'association'] }), today).filter(({ ok }) => ok === false);
  expect(unmet.map((one) => one.rule)).toEqual([rule]);
  expect(unmet[0]?.why).toMatch(why);
});

it('names the field to correct', () => {
  expect(
    Object.keys(ineligibleFields(eligibility(changed('body', { kind: 'company' }), callOf({ eligibleBodies: ['operator'] }), today))),
  ).toEqual(['body.kind']);
});

it.each([
  ['2023-12-31', /ouvre le 1er janvier 2024/],
  ['2024-07-01', /ne reçoit plus de demandes/],
])('on %s says that the call is not open', (day, why) => {
  const [first] = eligibility(content, callOf({}, false), day);
  expect(first).toMatchObject({ rule: 'callOpen', ok: false, why: expect.stringMatching(why) as string });
});

// Décret n° 2018-514, article 5, II: no start before the request is received; it leaves out the State's own establishments.
it.each([
  ['association', true, 'décret n° 2018-514, article 5'],
  ['association', false, 'règlement de l’appel'],
  ['operator', true, 'règlement de l’appel'],
])('founds the date of start of an %s (investment: %s) on the %s', (kind, investment, basis) => {
  expect(ruleOf('start', changed('body', { kind }), callOf({ investment }))?.basis).toBe(basis);
});

it('agrees with the form: what the form accepts breaks no condition that the form checks too', () => {
  const terms = aCall();
  expect(applicationForm(terms).safeParse(whole).success).toBe(true);
  expect(linesOf(content)).toEqual(whole.budget.lines);
});
