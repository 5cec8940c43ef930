import { csv, forOpenData, forSpreadsheets, harmless } from './csv.js';

it.each(['=1+1', '+33 1', '-2', '@SUM(A1)', ' =1', '\t=1', '\u00a0=1'])('does not let a spreadsheet run « %s »', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
});

it.each(['Élan', '1 = 1', 'a-b', ''])('leaves « %s » as it is', (text) => {
  expect(harmless(text)).toBe(text);
});

it('writes a number of its own as it is, negative too', () => {
  expect(csv([[{ number: '-120,50' }, '-120,50']], forSpreadsheets)).toBe("\ufeff-120,50;'-120,50\r\n");
});

it('quotes what would end a cell or a line', () => {
  expect(csv([['a;b', 'c,d', 'dit "oui"', 'e\nf']], forSpreadsheets)).toBe('\ufeff"a;b";c,d;"dit ""oui""";"e\nf"\r\n');
  expect(csv([['a;b', 'c,d']], forOpenData)).toBe('a;b,"c,d"\r\n');
});
