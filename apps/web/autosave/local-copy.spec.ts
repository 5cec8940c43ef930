import { dropLocalCopy, keepLocalCopy, readLocalCopy } from './local-copy.js';

/** As much of the browser's storage as a copy uses; `room` false: every write is refused, as when it is full. */
function storage({ room = true } = {}) {
  const items = new Map<string, string>();
  const stored = {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (!room) throw new DOMException('full', 'QuotaExceededError');
      items.set(name, text);
    },
    removeItem: (name: string) => items.delete(name),
  };
  Object.defineProperty(globalThis, 'localStorage', { value: stored, configurable: true });
  return items;
}

const copy = { content: { title: 'Former à la donnée' }, base: 3 };

test('what was kept is read again, until it is dropped', () => {
  storage();
  keepLocalCopy('draft', copy);
  expect(readLocalCopy('draft')).toEqual(copy);
  dropLocalCopy('draft');
  expect(readLocalCopy('draft')).toBeUndefined();
});

test('a full storage does not stop who is typing', () => {
  storage({ room: false });
  expect(() => keepLocalCopy('draft', copy)).not.toThrow();
  expect(readLocalCopy('draft')).toBeUndefined();
});

test.each(['not json', '3', '{"content":"text","base":1}', '{"content":{}}'])('a copy that cannot be used is left aside: %s', (text) => {
  storage().set('jalon:draft', text);
  expect(readLocalCopy('draft')).toBeUndefined();
});
