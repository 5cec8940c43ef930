// npm run journal:verify, npm run journal:rebuild: DATABASE_URL names the database.
import pg from 'pg';
import { progressBar } from './progress-bar.js';
import { countEntries } from '../read-journal.js';
import { rebuild } from '../rebuild.js';
import { verify } from '../verify.js';

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
  const client = await pool.connect();
  const total = await countEntries(client);
  client.release();
  await rebuild(pool, progressBar('Reconstruction', total));
  console.log(`✓ ${total.toLocaleString('fr-FR')} écritures repliées dans les tables de lecture.`);
  return 0;
}

async function verifyAll(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    const total = await countEntries(client);
    let faults = 0;
    for await (const { ref, seq, what } of verify(client, progressBar('Vérification', total))) {
      faults++;
      console.error(`✗ ${ref}${seq === undefined ? '' : `, écriture ${seq}`} : ${what}`);
    }
    if (faults === 0)
      console.log(
        `✓ ${total.toLocaleString('fr-FR')} écritures : chaque chaîne est intacte, les tables de lecture disent ce que dit le journal.`,
      );
    else
      console.error(
        `${faults} défaut(s). Une chaîne rompue ne se répare pas : comparez avec une sauvegarde. Pour les tables : npm run journal:rebuild.`,
      );
    return faults === 0 ? 0 : 1;
  } finally {
    client.release();
  }
}

process.exitCode = await main(process.argv[2]);
