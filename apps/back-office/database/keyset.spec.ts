import { Prisma } from '#prisma/generated/client.js';
import { after, page } from './keyset.js';

const key = { expression: Prisma.sql`t.last_day`, type: 'date' } as const;
const id = Prisma.sql`t.id`;
const rows = ['2026-01-01', '2026-01-02', '2026-01-03'].map((sort_value, index) => ({ sort_value, id: `T${index}` }));

it('gives a cursor only when more rows follow', () => {
  expect(page(rows, 3, (row) => row.id)).toEqual({ shown: rows });
  expect(page(rows, 2, (row) => row.id).nextCursor).toEqual(expect.any(String));
});

it('goes on after the last row that was shown, whatever the direction', () => {
  const { nextCursor } = page(rows, 2, (row) => row.id);
  expect(after(key, id, 'asc', nextCursor).values).toEqual(['2026-01-02', 'T1']);
  expect(after(key, id, 'asc', nextCursor).sql).toContain('>');
  expect(after(key, id, 'desc', nextCursor).sql).toContain('<');
});

it.each(['', 'x', Buffer.from('[1,2]').toString('base64url'), Buffer.from('["a"]').toString('base64url')])(
  'refuses the cursor %j',
  (cursor) => {
    expect(() => after(key, id, 'asc', cursor)).toThrow('invalid');
  },
);
