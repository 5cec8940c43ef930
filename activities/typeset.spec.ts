import { typeset } from './typeset.js';

it.each([
  ['Motif : « trop tard » ; voir nº 3 !', 'Motif\u00A0: «\u00A0trop tard\u00A0»\u202F; voir nº\u00A03\u202F!'],
  ['30 % de 12 €', '30\u202F% de 12\u00A0€'],
  ['https://exemple.gouv.invalid/a?b=1;c', 'https://exemple.gouv.invalid/a?b=1;c'],
])('%s', (typed, set) => {
  expect(typeset(typed)).toBe(set);
});
