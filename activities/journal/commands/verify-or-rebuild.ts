// npm run journal:verify, journal:rebuild and journal:rewrap: DATABASE_URL names the database, JALON_CODEC_KEYS opens the keys of cases.
import pg from 'pg';
import { countAccesses, verifyAccesses } from '../../accesses/verify-accesses.js';
import { type CodecKeys, readCodecKeys } from '../../codec/codec-keys.js';
import { typeset } from '../../typeset.js';
import { rewrapSecrets } from '../../webhooks/rewrap-secrets.js';
import type { Fault } from '../fault.js';
import { countEntries } from '../read-journal.js';
import { rebuild } from '../rebuild.js';
import { rewrapKeys } from '../rewrap-keys.js';
import { type Verified, verify } from '../verify.js';
import { progressBar } from './progress-bar.js';

const commands: Readonly<Record<string, (pool: pg.Pool, keys: CodecKeys) => Promise<number>>> = {
  verify: verifyAll,
  rebuild: rebuildAll,
  rewrap: rewrapAll,
};

async function main(command = 'verify'): Promise<number> {
  const { DATABASE_URL: connectionString, JALON_CODEC_KEYS } = process.env;
  if (connectionString === undefined) {
    console.error('DATABASE_URL manque : indiquez la base de données à lire, par exemple postgresql://jalon_app:…@127.0.0.1:5432/jalon');
    return 2;
  }
  if (JALON_CODEC_KEYS === undefined) {
    console.error('JALON_CODEC_KEYS manque : sans ces clés, le registre scellé des dossiers ne se lit pas.');
    return 2;
  }
  const pool = new pg.Pool({ connectionString, max: 3 });
  try {
    return await (commands[command] ?? verifyAll)(pool, readCodecKeys(JALON_CODEC_KEYS));
  } finally {
    await pool.end();
  }
}

async function rebuildAll(pool: pg.Pool, keys: CodecKeys): Promise<number> {
  const total = await countEntries(pool);
  return tell(rebuild(pool, keys, progressBar('Reconstruction', total)), {
    none: () => `${count(total)} écritures repliées dans les tables de lecture.`,
    some: 'Ces dossiers restent en l’état : une chaîne rompue ne se répare pas, comparez avec une sauvegarde.',
  });
}

async function rewrapAll(pool: pg.Pool, keys: CodecKeys): Promise<number> {
  const wrapped = await rewrapKeys(pool, keys);
  const secrets = await rewrapSecrets(pool, keys);
  console.log(
    typeset(`✓ ${count(wrapped)} clés de dossiers et ${count(secrets)} secrets de signature enveloppés par la clé « ${keys.current} ».`),
  );
  return 0;
}

async function verifyAll(pool: pg.Pool, keys: CodecKeys): Promise<number> {
  const progress = progressBar('Vérification', await countEntries(pool));
  let seen: Verified = { entries: 0, cases: 0, destroyed: 0 };
  const look = (read: Verified) => {
    seen = { ...read };
    progress(read.entries);
  };
  const client = await pool.connect();
  try {
    const entries = await tell(verify(client, keys, look), {
      none: () => `${count(seen.cases)} dossiers vérifiés, ${count(seen.destroyed)} détruits, chaînes entières`,
      some: 'Une chaîne rompue ne se répare pas : comparez avec une sauvegarde. Pour le journal et les tables : npm run journal:rebuild.',
    });
    const read = await countAccesses(pool);
    const accesses = await tell(verifyAccesses(client), {
      none: () => `${count(read)} accès : chaque chaîne est intacte.`,
      some: 'Le journal des accès a été modifié : comparez avec une sauvegarde, et cherchez qui pouvait le faire.',
    });
    return entries + accesses === 0 ? 0 : 1;
  } finally {
    client.release();
  }
}

const count = (number: number) => number.toLocaleString('fr-FR');

/** Prints each fault as it is found, then the conclusion; gives the exit code. */
async function tell(faults: AsyncIterable<Fault>, conclusion: { readonly none: () => string; readonly some: string }): Promise<0 | 1> {
  let found = 0;
  for await (const { ref, seq, what } of faults) {
    found++;
    console.error(typeset(`✗ ${ref}${seq === undefined ? '' : `, nº ${seq}`} : ${what}`));
  }
  if (found === 0) console.log(typeset(`✓ ${conclusion.none()}`));
  else console.error(typeset(`${found} défaut(s). ${conclusion.some}`));
  return found === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
