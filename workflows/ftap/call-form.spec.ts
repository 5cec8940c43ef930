import { aCall } from '../../test/builders/ftap.js';
import { callForm, callOf, formOf, formPath, type WrittenCall } from './call-form.js';

const form = callForm({ reviewers: ['campus'], experts: ['pedagogy', 'digital'] });
const written = (change: Parameters<typeof aCall>[0] = {}): WrittenCall => {
  const { title, envelopeCents, ...terms } = aCall(change);
  return { title, envelopeCents, opensOn: '2026-01-12', closesOn: '2026-06-30', terms };
};
const errors = (call: WrittenCall) => form.safeParse(formOf(call)).error?.issues.map(({ path }) => path.join('.')) ?? [];

test('what is read can be sent again as it was', () => {
  expect(callOf(formOf(written()))).toEqual(written());
  expect(errors(written())).toEqual([]);
});

test('a contradiction is told where it can be corrected', () => {
  expect(errors(written({ floorCents: 2_000_000_00 }))).toEqual(['grant.floorCents']);
  expect(errors({ ...written(), closesOn: '2025-12-31' })).toEqual(['call.closesOn']);
  expect(errors(written({ reviewersGroup: 'nobody' }))).toEqual(['selection.reviewersGroup']);
});

test('the end of the budget year is whole or left out', () => {
  const filled = (yearEnd: object) => {
    const value = formOf(written()) as Record<string, object>;
    return { ...value, after: { ...value.after, yearEnd } };
  };
  expect(callOf(filled({})).terms).not.toHaveProperty('yearEnd');
  expect(form.safeParse(filled({ lastCommitment: '11-30' })).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'after.yearEnd.lastPayment',
  ]);
});

test('a new row gets a key from its label, one that no other row has', () => {
  const row = { label: 'Qualité pédagogique', help: 'Claire.', weight: 1 };
  const { terms } = callOf({ selection: { criteria: [{ ...row, key: 'qualite-pedagogique' }, row, { ...row, label: '?' }] } });
  expect((terms.criteria as { key: string }[]).map(({ key }) => key)).toEqual(['qualite-pedagogique', 'qualite-pedagogique-2', 'ligne']);
});

test('a published call changes with a reason, which is no term of it', () => {
  const amending = callForm({ reviewers: ['campus'], experts: ['pedagogy', 'digital'] }, { withReason: true });
  const value = formOf(written());
  expect(amending.safeParse({ ...value, amendment: {} }).error?.issues.map(({ path }) => path.join('.'))).toEqual(['amendment.reason']);
  expect(callOf({ ...value, amendment: { reason: 'Une séance de plus.' } })).toEqual(written());
});

test('what the server refuses leads to its field', () => {
  expect(['terms.instalments.0.share', 'closesOn', 'reason', 'fundId'].map(formPath)).toEqual([
    'grant.instalments.0.share',
    'call.closesOn',
    'amendment.reason',
    'fundId',
  ]);
});
