import { catalogue } from '#workflows/catalogue.js';
import { durationOf, retentionRules, ruleOf } from './rules.js';

const ends = catalogue.flatMap(({ id, outcomes }) => [...Object.keys(outcomes), 'withdrawn'].map((outcome) => [id, outcome] as const));

test.each(ends)('a case of %s that ended %s is kept for a time that is known', (procedure, outcome) => {
  expect(ruleOf(procedure, outcome)).toBeDefined();
});

test.each([
  ['ftap', 'refused', '2\u00a0ans à compter de la clôture du dossier'],
  ['ftap', 'completed', '10\u00a0ans à compter du dernier versement, sinon de la clôture'],
  ['ftap-committee', 'held', '10\u00a0ans à compter du dernier versement, sinon de la clôture'],
  ['reconversion-6m', 'notSelected', '2\u00a0ans à compter de la clôture du dossier'],
  ['reconversion-6m', 'assigned', '5\u00a0ans à compter de la clôture du dossier'],
  ['directors-year', 'completed', '5\u00a0ans à compter de la clôture du dossier'],
])('%s, %s: %s', (procedure, outcome, duration) => {
  expect(durationOf(ruleOf(procedure, outcome)!)).toBe(duration);
});

test('every outcome that a rule names is one of its procedures’', () => {
  const named = retentionRules.flatMap(({ procedures, outcomes = [] }) => outcomes.map((outcome) => [procedures, outcome] as const));
  for (const [procedures, outcome] of named)
    expect(`${outcome} ${ends.some(([id, end]) => procedures.includes(id) && end === outcome)}`).toBe(`${outcome} true`);
});
