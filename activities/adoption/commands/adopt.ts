// npm run adopt: DATABASE_URL names the database; TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and JALON_CODEC_KEYS the engine.
import { Client, Connection } from '@temporalio/client';
import { catalogue } from '#workflows/catalogue.js';
import { readCodecKeys } from '../../codec/codec-keys.js';
import { dataConverter } from '../../codec/data-converter.js';
import { progressBar } from '../../journal/commands/progress-bar.js';
import { typeset } from '../../typeset.js';
import { adopt } from '../adopt.js';

const { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: address = '127.0.0.1:7233', TEMPORAL_NAMESPACE: namespace = 'default' } = process.env;
let connection: Connection | undefined;

async function main(): Promise<number> {
  if (databaseUrl === undefined) {
    console.error(
      typeset('DATABASE_URL manque : indiquez la base de données à lire, par exemple postgresql://jalon_app:…@127.0.0.1:5432/jalon'),
    );
    return 2;
  }
  try {
    return await adopt(process.argv.slice(2), { databaseUrl, catalogue, client, print: console.log, progress });
  } catch (error) {
    console.error(typeset(`La commande s’est arrêtée : ${error instanceof Error ? error.message : String(error)}`));
    return 2;
  } finally {
    await connection?.close();
  }
}

const progress = (title: string, total: number) => progressBar(title, total, 'dossiers');

async function client(): Promise<Client> {
  connection = await Connection.connect({ address });
  return new Client({ connection, namespace, dataConverter: dataConverter(readCodecKeys(process.env.JALON_CODEC_KEYS ?? '')) });
}

process.exitCode = await main();
