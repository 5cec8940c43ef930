import { Prisma } from '#prisma/generated/client.js';

const { sql, join } = Prisma;

const aboutCase = sql`c.ref || ' ' || c.title || ' ' || COALESCE(c.body_name, '')`;

/** Every word stands in the reference, the title or the body of `case_file c`, or in another text; accents and case do not matter. */
export function matches(text: string | undefined, where: Prisma.Sql = aboutCase): Prisma.Sql {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return sql`TRUE`;
  const found = words.map((word) => sql`searchable(${where}) LIKE searchable(${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`);
  return join(found, ' AND ');
}
