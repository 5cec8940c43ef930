import pg from 'pg';
import { commit } from '../../../activities/journal/commit.js';
import { testKeys } from '../../builders/codec-keys.js';
import type { BuiltJournal } from '../../builders/journals.js';
import type { BackOffice } from './back-office.js';

/** Writes the entries of cases into the journal and the read tables, as the worker does with what the engine hands over. */
export async function committed({ environment }: BackOffice, ...cases: readonly BuiltJournal[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: environment.DATABASE_URL });
  try {
    for (const one of cases) await commit(pool, testKeys, one);
  } finally {
    await pool.end();
  }
}
