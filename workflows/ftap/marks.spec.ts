import { instalmentCents, tooFarApart, weightedTotal } from './marks.js';

const criterion = (key: string, weight: number) => ({ key, weight, label: key, help: '' });
const mark = (score: number) => ({ score, why: 'Justifié par le dossier.' });

test('a total weighs each criterion', () => {
  const call = { criteria: [criterion('need', 3), criterion('cost', 1)] };
  const grid = { marks: { need: mark(16), cost: mark(8) }, opinion: 'favourable', summary: '', noConflict: true } as const;
  expect(weightedTotal(grid, call)).toBe(14);
});

test.each([
  [10, 7, false],
  [7, 10, false],
  // 3.9 / 13 is 0.30000000000000004 in binary.
  [13, 9.1, false],
  [13, 9.09, true],
  [0, 0, false],
  [20, 0, true],
])('%d and %d are more than thirty per cent apart: %s', (a, b, apart) => {
  expect(tooFarApart(a, b, { gapForThirdReviewer: 0.3 })).toBe(apart);
});

test('the instalments add up to the award, to the cent', () => {
  const instalments = [0.3, 0.5, 0.2].map((share) => ({ kind: 'interim' as const, label: '', condition: '', share }));
  for (const award of [100_000_01, 99_999_99, 1, 333_333_33])
    expect(instalments.reduce((paid, _, index) => paid + instalmentCents(award, instalments, index), 0)).toBe(award);
});
