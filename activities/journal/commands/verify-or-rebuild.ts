// npm run journal:verify, npm run journal:rebuild: DATABASE_URL names the database.
import pg from 'pg';
import { countAccesses, verifyAccesses } from '../../accesses/verify-accesses.js';
import { typeset } from '../../typeset.js';
import type { Fault } from '../fault.js';
import { countEntries } from '../read-journal.js';
import { rebuild } from '../rebuild.js';
import { verify } from '../verify.js';
import { progressBar } from './progress-bar.js';

async function main(command: string | undefined): Promise<number> {
  const connectionString = process.env.DATABASE_URL;
  if (connectionString === undefined) {
    console.error('DATABASE_URL manque : indiquez la base de données à lire, par exemple postgresql://jalon_app:…@127.0.0.1:5432/jalon');
    return 2;
  }
  const pool = new pg.Pool({ connectionString, max: 3 });
  try {
    return command === 'rebuild' ? await rebuildAll(pool) : await verifyAll(pool);
  } finally {
    await pool.end();
  }
}

async function rebuildAll(pool: pg.Pool): Promise<number> {
  const total = await countEntries(pool);
  return tell(rebuild(pool, progressBar('Reconstruction', total)), {
    none: `${total.toLocaleString('fr-FR')} écritures repliées dans les tables de lecture.`,
    some: 'Ces dossiers restent en l’état : une chaîne rompue ne se répare pas, comparez avec une sauvegarde.',
  });
}

async function verifyAll(pool: pg.Pool): Promise<number> {
  const total = await countEntries(pool);
  const client = await pool.connect();
  try {
    const entries = await tell(verify(client, progressBar('Vérification', total)), {
      none: `${total.toLocaleString('fr-FR')} écritures : chaque chaîne est intacte, les tables de lecture disent ce que dit le journal.`,
      some: 'Une chaîne rompue ne se répare pas : comparez avec une sauvegarde. Pour les tables : npm run journal:rebuild.',
    });
    const read = await countAccesses(pool);
    const accesses = await tell(verifyAccesses(client), {
      none: `${read.toLocaleString('fr-FR')} accès : chaque chaîne est intacte.`,
      some: 'Le journal des accès a été modifié : comparez avec une sauvegarde, et cherchez qui pouvait le faire.',
    });
    return entries + accesses === 0 ? 0 : 1;
  } finally {
    client.release();
  }
}

/** Prints each fault as it is found, then the conclusion; gives the exit code. */
async function tell(faults: AsyncIterable<Fault>, conclusion: { readonly none: string; readonly some: string }): Promise<0 | 1> {
  let count = 0;
  for await (const { ref, seq, what } of faults) {
    count++;
    console.error(typeset(`✗ ${ref}${seq === undefined ? '' : `, nº ${seq}`} : ${what}`));
  }
  if (count === 0) console.log(typeset(`✓ ${conclusion.none}`));
  else console.error(typeset(`${count} défaut(s). ${conclusion.some}`));
  return count === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
