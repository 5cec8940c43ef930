import { isSiret } from './siret.js';

test.each([
  ['99900001100018', true, 'fictitious, Luhn'],
  ['99900002900010', true, 'fictitious, Luhn'],
  ['99900001100019', false, 'one digit off'],
  ['35600000000048', true, 'La Poste, head office: Luhn'],
  ['35600000049837', true, 'La Poste, an office: digits add up to a multiple of 5'],
  ['35600000049838', false, 'La Poste, neither'],
  ['9990000110001', false, 'thirteen digits'],
  ['999 000 011 00018', false, 'spaces'],
])('%s is a SIRET: %s (%s)', (text, expected) => {
  expect(isSiret(text)).toBe(expected);
});
