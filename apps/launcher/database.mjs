// The two roles of Jalon's database. `jalon_owner` owns the schema and runs migrations; `jalon_app` reads and writes rows
// and nothing more, so that the journal's triggers and grants hold for the application too.

/** What Jalon needs beyond plain PostgreSQL: search without accents, by fragments, on mixed columns. */
const extensions = ['pg_trgm', 'unaccent', 'btree_gin'];

/**
 * Makes roles, database and grants; does nothing that is done already, so it runs at every start.
 * @param {{ adminUrl: string, name?: string, ownerPassword: string, appPassword: string }} options
 * @returns {Promise<{ ownerUrl: string, appUrl: string, empty: boolean }>} `empty`: no table yet
 */
export async function prepareDatabase({ adminUrl, name = 'jalon', ownerPassword, appPassword }) {
  const { default: pg } = await import('pg');
  const identifier = pg.escapeIdentifier(name);
  await withClient(pg, adminUrl, async (admin) => {
    // CREATEDB: Prisma compares migrations with the schema in a scratch database of its own.
    await ensureRole(pg, admin, 'jalon_owner', ownerPassword, 'LOGIN CREATEDB');
    await ensureRole(pg, admin, 'jalon_app', appPassword, 'LOGIN');
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0)
      await admin.query(`CREATE DATABASE ${identifier} OWNER jalon_owner TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR'`);
  });
  return withClient(pg, urlOf(adminUrl, { name }), async (admin) => {
    for (const extension of extensions) await admin.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    await admin.query('ALTER SCHEMA public OWNER TO jalon_owner');
    await admin.query('GRANT USAGE ON SCHEMA public TO jalon_app');
    const rights = { TABLES: 'SELECT, INSERT, UPDATE, DELETE', SEQUENCES: 'USAGE, SELECT', FUNCTIONS: 'EXECUTE' };
    for (const [kind, list] of Object.entries(rights)) {
      await admin.query(`ALTER DEFAULT PRIVILEGES FOR ROLE jalon_owner IN SCHEMA public GRANT ${list} ON ${kind} TO jalon_app`);
    }
    const { rowCount } = await admin.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1`);
    return {
      ownerUrl: urlOf(adminUrl, { name, user: 'jalon_owner', password: ownerPassword }),
      appUrl: urlOf(adminUrl, { name, user: 'jalon_app', password: appPassword }),
      empty: rowCount === 0,
    };
  });
}

/** The same server, another database, another role. */
export function urlOf(url, { name, user, password }) {
  const result = new URL(url);
  if (name !== undefined) result.pathname = `/${name}`;
  if (user !== undefined) result.username = user;
  if (password !== undefined) result.password = encodeURIComponent(password);
  return result.toString();
}

async function ensureRole(pg, admin, role, password, attributes) {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  await admin.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} ${attributes} PASSWORD ${pg.escapeLiteral(password)}`);
}

async function withClient(pg, connectionString, use) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
