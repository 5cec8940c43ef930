import { quorumOf } from './quorum.js';
import { flaggedFor } from './recusals.js';
import type { AgendaCase } from './input.js';

const five = ['a', 'b', 'c', 'd', 'e'];

it.each<[string, string[], string[], number, { sitting: number; needed: number; present: number; reached: boolean }]>([
  ['half of five, rounded up', [], ['a', 'b', 'c'], 0.5, { sitting: 5, needed: 3, present: 3, reached: true }],
  ['one short of it', [], ['a', 'b'], 0.5, { sitting: 5, needed: 3, present: 2, reached: false }],
  ['a recusal lowers what is needed', ['d'], ['a', 'b'], 0.5, { sitting: 4, needed: 2, present: 2, reached: true }],
  ['who stands aside does not count as present', ['a'], ['a', 'b'], 0.5, { sitting: 4, needed: 2, present: 1, reached: false }],
  ['three fifths of five are three', [], ['a', 'b', 'c'], 0.6, { sitting: 5, needed: 3, present: 3, reached: true }],
  ['all stand aside: nobody may decide', five, five, 0.5, { sitting: 0, needed: 1, present: 0, reached: false }],
])('the quorum of a case: %s', (_case, recused, present, share, expected) => {
  expect(quorumOf(five, new Set(recused), present, share)).toEqual(expected);
});

it('flags the cases of the member’s own body, whichever of its offices', () => {
  const agenda = [
    { ref: 'A', siret: '99900001100018' },
    { ref: 'B', siret: '99900002900010' },
  ] as AgendaCase[];
  expect(flaggedFor({ siret: '99900001100026' }, agenda).map(({ ref }) => ref)).toEqual(['A']);
  expect(flaggedFor({}, agenda)).toEqual([]);
});
