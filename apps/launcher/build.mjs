// From sources to dist/: the Prisma client, every server in one compile, the workflow bundle, the web application.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './commands.mjs';
import { inData, inRepository, nodeBinary, root } from './places.mjs';
import { printFailure, step } from './steps.mjs';

const sourceFolders = ['apps', 'workflows', 'activities', 'prisma'];
const sourceFiles = ['package-lock.json', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'prisma.config.ts'];
const stamp = inRepository('dist', '.sources');
const isSource = (path) => !/\.spec\.tsx?$|^prisma\/(generated|migrations)\/|^apps\/launcher\//.test(path);

/** Every part of a build; each sends its output to the same log, or to the terminal. */
const parts = [
  ['Client Prisma', () => ['prisma', ['generate']]],
  ['Compilation des serveurs', () => ['nest', ['build', 'back-office']]],
  ['Paquet des procédures', () => [nodeBinary(), ['dist/apps/worker/bundle.js']]],
  ['Application web', () => ['vite', ['build', 'apps/web', '--outDir', '../../dist/web', '--emptyOutDir']]],
];

/** Whether dist/ was made from the sources as they are. */
export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesDigest();

/** Builds everything, printing a step for each part. */
export async function build(log) {
  const digest = sourcesDigest();
  rmSync(stamp, { force: true });
  removeOrphans();
  for (const [title, command] of parts) {
    const [name, args] = command();
    await step(title, () => run({ command: name, args, log, advice: 'Corrigez l’erreur ci-dessus, puis relancez la même commande.' }));
  }
  mkdirSync(inRepository('dist'), { recursive: true });
  writeFileSync(stamp, digest);
}

/** A digest of every file that a build reads. */
function sourcesDigest() {
  const hash = createHash('sha256');
  for (const file of [
    ...sourceFolders.flatMap((folder) => filesUnder(inRepository(folder))),
    ...sourceFiles.map((name) => inRepository(name)),
  ]) {
    const path = relative(root, file).replaceAll('\\', '/');
    if (existsSync(file) && isSource(path)) hash.update(path).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** The compiler never removes the output of a source that is gone; a deleted module must not live on. */
function removeOrphans() {
  for (const folder of sourceFolders) {
    for (const file of filesUnder(inRepository('dist', folder)).filter((path) => path.endsWith('.js'))) {
      const source = inRepository(relative(inRepository('dist'), file).replace(/\.js$/, ''));
      if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`))
        for (const path of [file, `${file}.map`]) rmSync(path, { force: true });
    }
  }
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build(process.stdout.isTTY ? undefined : inData('logs', 'construction.log')).catch((error) => {
    printFailure(error);
    process.exitCode = 1;
  });
}
