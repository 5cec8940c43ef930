import { actsFrom, callActs, callStatuses, isAmendable, statusAfter, whyNot } from './call-states.js';

it.each([
  ['draft', ['publish'], true],
  ['published', ['exhaust', 'close'], true],
  ['exhausted', ['reopen', 'close'], true],
  ['closed', ['settle'], false],
  ['settled', [], false],
] as const)('a call that is %s', (status, acts, amendable) => {
  expect(actsFrom(status)).toEqual(acts);
  expect(isAmendable(status)).toBe(amendable);
});

it('leads from the draft to the end, and back from exhausted only', () => {
  expect(statusAfter('exhausted', 'reopen')).toBe('published');
  const steps = ['publish', 'exhaust', 'reopen', 'close', 'settle'] as const;
  expect(steps.reduce<(typeof callStatuses)[number] | undefined>((status, act) => status && statusAfter(status, act), 'draft')).toBe(
    'settled',
  );
});

it('says what to do for each act that is not possible', () => {
  const refused = callStatuses.flatMap((status) =>
    callActs.filter((act) => statusAfter(status, act) === undefined).map((act) => whyNot(status, act)),
  );
  expect(refused).toHaveLength(19);
  for (const sentence of refused) expect(sentence).toMatch(/^Cet appel est .+\. Seul un appel .+\.$/);
});
