import { Prisma } from '#prisma/generated/client.js';
import { Problem } from '../problems/problem.js';

const { sql } = Prisma;

/** One way to sort a list: an expression without nulls and the type of its value; the row's id makes the order total. */
export interface SortKey {
  readonly expression: Prisma.Sql;
  readonly type: 'date' | 'timestamptz' | 'text' | 'bigint';
}

export type Direction = 'asc' | 'desc';

/** What a page ends with: the values from which the next one continues. */
type Position = readonly [value: string, id: string];

const cast: Readonly<Record<SortKey['type'], Prisma.Sql>> = {
  date: sql`::date`,
  timestamptz: sql`::timestamptz`,
  text: sql``,
  bigint: sql`::bigint`,
};

/** Condition that leaves out what the pages before have shown. */
export function after(key: SortKey, id: Prisma.Sql, direction: Direction, cursor: string | undefined): Prisma.Sql {
  if (cursor === undefined) return sql`TRUE`;
  const [value, lastId] = positionOf(cursor);
  const position = sql`(${value}${cast[key.type]}, ${lastId})`;
  return direction === 'asc' ? sql`(${key.expression}, ${id}) > ${position}` : sql`(${key.expression}, ${id}) < ${position}`;
}

export const inOrder = ({ expression }: SortKey, id: Prisma.Sql, direction: Direction): Prisma.Sql =>
  direction === 'asc' ? sql`ORDER BY ${expression} ASC, ${id} ASC` : sql`ORDER BY ${expression} DESC, ${id} DESC`;

/** Cuts the row too many that was asked for, and says where to go on. Rows carry the text of their sort value. */
export function page<R extends { readonly sort_value: string }>(rows: readonly R[], limit: number, idOf: (row: R) => string) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? cursorOf([last.sort_value, idOf(last)]) : undefined;
  return { shown, ...(nextCursor !== undefined && { nextCursor }) };
}

const cursorOf = (position: Position) => Buffer.from(JSON.stringify(position)).toString('base64url');

function positionOf(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')) return value as unknown as Position;
  } catch {
    // Said below.
  }
  throw new Problem('invalid', { fields: { cursor: 'Ce curseur est mal formé.' } });
}
