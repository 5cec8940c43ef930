import fc from 'fast-check';
import { SeatList } from './seat-list.js';

const listOf = (seats: number, ...cases: string[]) => {
  const list = new SeatList(seats);
  for (const ref of cases) list.book(ref, `director of ${ref}`, ref);
  return list;
};
const told = (changes: readonly { case: string; state: string; rank?: number }[]) =>
  changes.map(({ case: ref, state, rank }) => [ref, state, ...(rank === undefined ? [] : [rank])].join(' '));

test('gives seats in the order in which they are asked for, then places on the waiting list', () => {
  const list = listOf(2, 'a', 'b');
  expect(told(list.book('c', 'director of c', 'c'))).toEqual(['c waiting 1']);
  expect(told(list.book('d', 'director of d', 'd'))).toEqual(['d waiting 2']);
});

test('takes the same request twice as one', () => {
  const list = listOf(1, 'a', 'b');
  expect(list.book('a', 'director of a', 'a')).toEqual([]);
  expect(list.book('b', 'director of b', 'b')).toEqual([]);
});

test('gives a seat that comes back to the first who waits', () => {
  const list = listOf(1, 'a', 'b', 'c');
  expect(told(list.giveBack('a', 'a'))).toEqual(['a givenBack', 'b confirmed']);
  expect(told(list.giveBack('c', 'c'))).toEqual(['c givenBack']);
  expect(list.giveBack('c', 'c')).toEqual([]);
});

describe('the release of seats that nobody confirmed', () => {
  test('takes none where nobody waits', () => {
    const list = listOf(3, 'a', 'b');
    expect(told(list.askWhoComes())).toEqual(['a toConfirm', 'b toConfirm']);
    expect(list.release()).toEqual([]);
    expect(list.seated.length).toBe(2);
  });

  test('takes as many as there are people waiting, the last booked first, and never one that was confirmed', () => {
    const list = listOf(3, 'a', 'b', 'c', 'd', 'e');
    list.askWhoComes();
    expect(told(list.comes('c', 'c'))).toEqual(['c coming']);
    expect(told(list.release())).toEqual(['a released', 'b released', 'd confirmed', 'e confirmed']);
    expect(list.seated.map(({ case: ref }) => ref)).toEqual(['c', 'd', 'e']);
  });

  test('keeps who was promoted once the question had been put: they have just been asked', () => {
    const list = listOf(1, 'a', 'b');
    list.askWhoComes();
    list.giveBack('a', 'a');
    expect(list.release()).toEqual([]);
  });
});

test('never seats more than there are seats, and never leaves one empty while somebody waits', () => {
  const anyAct = fc.record({ act: fc.constantFrom('book', 'giveBack', 'comes', 'ask', 'release'), ref: fc.nat(8).map(String) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(anyAct, { maxLength: 60 }), (seats, acts) => {
      const list = new SeatList(seats);
      for (const { act, ref } of acts) {
        if (act === 'book') list.book(ref, ref, ref);
        if (act === 'giveBack') list.giveBack(ref, ref);
        if (act === 'comes') list.comes(ref, ref);
        if (act === 'ask') list.askWhoComes();
        if (act === 'release') list.release();
        expect(list.seated.length).toBeLessThanOrEqual(seats);
        if (list.waiting.length > 0) expect(list.seated.length).toBe(seats);
      }
    }),
  );
});
