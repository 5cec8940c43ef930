// The engine's `cli` commands: is the database there, make it, drop it.
import pg from 'pg';
import { logError } from './log.mjs';

/** PostgreSQL and network errors → the codes that the Prisma CLI knows; anything else is P1010, access denied. */
const codes = { '3D000': 'P1003', ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001', '28P01': 'P1000' };

/** Runs one command and returns its exit code. */
export async function runCommand(command, url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const identifier = pg.escapeIdentifier(name);
  try {
    if (command === 'can-connect-to-database') await query(url, name);
    else if (command === 'create-database') await query(url, 'postgres', `CREATE DATABASE ${identifier}`);
    else if (command === 'drop-database') await query(url, 'postgres', `DROP DATABASE IF EXISTS ${identifier} WITH (FORCE)`);
    return 0;
  } catch (error) {
    logError(codes[error.code] ?? 'P1010', String(error.message || error.code));
    return 1;
  }
}

async function query(url, database, sql = 'SELECT 1') {
  const target = new URL(url);
  target.pathname = `/${database}`;
  target.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: target.toString() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
