// npm run db:migrate -- --name add_x: writes the SQL that leads from the committed migrations to prisma/schema.prisma.
// The file is meant to be read and completed by hand (triggers, data, expand before contract) before it is committed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRepository, withLocalCommands } from './places.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

const { values } = parseArgs({ options: { name: { type: 'string' } } });
if (!/^[a-z0-9_]+$/.test(values.name ?? '')) {
  console.error('Usage : npm run db:migrate -- --name <nom_en_minuscules>');
  process.exit(2);
}

const migrations = inRepository('prisma', 'migrations');
mkdirSync(migrations, { recursive: true });
writeFileSync(`${migrations}/migration_lock.toml`, 'provider = "postgresql"\n');
const database = await temporaryDatabase();
try {
  const from = ['--from-migrations', migrations, '--to-schema', inRepository('prisma', 'schema.prisma')];
  const diff = spawnSync('prisma', ['migrate', 'diff', ...from, '--script'], {
    cwd: inRepository(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...withLocalCommands(), ...database.env },
  });
  if (diff.status !== 0) throw new Error(diff.stderr || diff.stdout);
  if (/^-- This is an empty migration/m.test(diff.stdout) || diff.stdout.trim() === '') {
    console.log('Le schéma et les migrations disent déjà la même chose.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = inRepository('prisma', 'migrations', `${stamp}_${values.name}`);
    mkdirSync(folder);
    writeFileSync(`${folder}/migration.sql`, diff.stdout);
    console.log(`Écrit : ${folder}/migration.sql. Relisez-le, complétez-le, puis npm run db:scratch -- true l’essaie.`);
  }
} finally {
  await database.stop();
}
