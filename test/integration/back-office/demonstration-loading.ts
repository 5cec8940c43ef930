import pg from 'pg';
import type { Fault } from '../../../activities/journal/fault.js';
import { verify } from '../../../activities/journal/verify.js';
import { withLoading } from '../../../prisma/demonstration/open-loading.js';
import { testKeys } from '../../builders/codec-keys.js';
import type { Part } from '../../../prisma/demonstration/part.js';
import type { RunningJalon } from './case-worker.js';

/** Loads a part of the demonstration, as the launcher does; returns how many cases it went through. */
export async function loadPart({ environment }: RunningJalon, part: Part): Promise<number> {
  let cases = 0;
  const { DATABASE_URL, JALON_FILES, TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE, JALON_CODEC_KEYS } = environment;
  const env = { DATABASE_URL, JALON_FILES, TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE, JALON_CODEC_KEYS };
  await withLoading(env, (loading) => part(loading, () => () => cases++));
  return cases;
}

/** What is wrong with the journal, or with the tables that are read from it. */
export async function faultsOf({ environment }: RunningJalon): Promise<Fault[]> {
  const client = new pg.Client({ connectionString: environment.DATABASE_URL });
  await client.connect();
  try {
    const faults: Fault[] = [];
    for await (const fault of verify(client, testKeys)) faults.push(fault);
    return faults;
  } finally {
    await client.end();
  }
}

/** Letters that were not drawn, and files that an answer or an application names and nobody sent. */
export async function deadLinks({ prisma }: RunningJalon): Promise<number> {
  const [row] = await prisma.$queryRaw<{ letters: number; files: number }[]>`
    SELECT (SELECT count(*)::int FROM journal j WHERE type = 'produced'
        AND NOT EXISTS (SELECT FROM document d WHERE d.case_ref = j.case_ref AND d.produced_seq = j.seq)) AS letters,
      (SELECT count(*)::int FROM journal j, unnest(ARRAY[
          'lax $.**.documents[*]', 'lax $.input.application.pieces.*[*]', 'lax $.input.application.cv[*]'
        ]::jsonpath[]) AS path, jsonb_path_query(entry, path) AS file
        WHERE type IN ('opened', 'answered', 'happened')
        AND NOT EXISTS (SELECT FROM document d WHERE d.case_ref = j.case_ref AND d.id::text = file #>> '{}')) AS files`;
  return (row?.letters ?? 0) + (row?.files ?? 0);
}
