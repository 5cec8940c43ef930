import type pg from 'pg';

/** Id of the administrator of this procedure with this id or e-mail address; undefined when there is none. */
export async function administrator(pool: pg.Pool, procedure: string, idOrEmail: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM person p JOIN "grant" g ON g.person_id = p.id
     WHERE (p.id::text = lower($2) OR lower(p.email) = lower($2))
       AND g.role = 'administrator' AND g.call_id IS NULL AND (g.procedure IS NULL OR g.procedure = $1) LIMIT 1`,
    [procedure, idOrEmail],
  );
  return rows[0]?.id;
}
