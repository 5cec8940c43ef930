import { isCrossSite } from './cross-site.js';

const baseUrl = 'https://jalon.exemple.gouv.fr/';
const own = { 'x-jalon': '1' };

it.each<[string, string, Record<string, string>, boolean]>([
  ['a read', 'GET', { 'sec-fetch-site': 'cross-site' }, false],
  ['a change of ours', 'POST', { ...own, 'sec-fetch-site': 'same-origin' }, false],
  ['a change by a program', 'POST', own, false],
  ['a change of an older browser', 'PUT', { ...own, origin: 'https://jalon.exemple.gouv.fr' }, false],
  ['a form, which sets no header', 'POST', { 'sec-fetch-site': 'same-origin' }, true],
  ['a change of another site', 'POST', { ...own, 'sec-fetch-site': 'cross-site' }, true],
  ['a change of a neighbour', 'DELETE', { ...own, 'sec-fetch-site': 'same-site' }, true],
  ['a change of another origin', 'POST', { ...own, origin: 'https://ailleurs.example' }, true],
  ['a change of a hidden origin', 'POST', { ...own, origin: 'null' }, true],
])('%s', (_case, method, headers, expected) => expect(isCrossSite({ method, headers }, baseUrl)).toBe(expected));
