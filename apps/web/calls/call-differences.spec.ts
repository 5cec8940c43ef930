import type { WrittenCall } from '#workflows/ftap/call-form.js';
import { callDifferences } from './call-differences.js';

const criterion = { key: 'need', label: 'Utilité', help: 'Le besoin est établi.', weight: 3 };
const call: WrittenCall = {
  title: 'Guichet 2026',
  opensOn: '2026-01-12',
  closesOn: '2026-06-30',
  envelopeCents: 2_000_000_00,
  terms: { rate: 0.5, criteria: [criterion], committeeDates: ['2026-03-12'], eligibleBodies: ['operator'] },
};
const changed = (terms: object, rest: Partial<WrittenCall> = {}) =>
  callDifferences(call, { ...call, ...rest, terms: { ...call.terms, ...terms } }).map(({ label, before, after }) => [label, before, after]);

test('two versions that say the same do not differ', () => {
  expect(changed({})).toEqual([]);
});

test('dates, amounts and shares are said as people read them', () => {
  expect(changed({ rate: 0.4 }, { closesOn: '2026-07-15' })).toEqual([
    ['Clôture', '30\u00a0juin 2026', '15\u00a0juillet 2026'].map((text) => expect.stringMatching(text.replace('\u00a0', '.')) as string),
    ['Taux maximal', '50\u202f%', '40\u202f%'],
  ]);
});

test('a row is followed by its key, wherever it moves', () => {
  const added = { key: 'reuse', label: 'Réutilisation', help: 'Sans frais.', weight: 2 };
  expect(changed({ criteria: [added, { ...criterion, weight: 4 }] })).toEqual([
    ['Critère «\u00a0Utilité\u00a0», coefficient', '3', '4'],
    ['Critère «\u00a0Réutilisation\u00a0»', '–', 'Réutilisation ; Sans frais. ; 2'],
  ]);
});

test('sessions and bodies are listed whole', () => {
  expect(changed({ committeeDates: ['2026-03-12', '2026-04-09'], eligibleBodies: ['operator', 'association'] })).toEqual([
    [
      'Organismes qui peuvent demander',
      'Opérateur de l’État (établissement public, GIP)',
      expect.stringMatching(/; Association$/) as string,
    ],
    ['Séances du comité', '12 mars 2026', '12 mars 2026\u202f; 9 avril 2026'],
  ]);
});
