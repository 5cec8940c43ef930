// The lock of the law: a digest of each revision as it compiles, its labels left out. A revision that was released may not change.
//   node apps/launcher/revisions.mjs            checks
//   node apps/launcher/revisions.mjs --write    writes the digests of revisions that are not released yet
//   node apps/launcher/revisions.mjs --release ftap r1    releases one: from now on it is frozen
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const lockFile = join(root, 'workflows/revisions.lock.json');
/** What people read and the law does not depend on. */
const labels = new Set(['label', 'help', 'hint', 'itemLabel', 'options', 'outcomes', 'waits', 'error', 'message', 'atExpiry']);

/** `{ ftap: { r1: ['workflows/ftap/…'] } }`: a revision's own files are those its `*.rN.ts` story reaches inside its folder. */
export function revisionFiles(workflows = join(root, 'workflows')) {
  const stories = readdirSync(workflows, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['kit', 'calendar'].includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(workflows, name)).map((file) => ({ procedure: name, folder: join(workflows, name), file })))
    .map((story) => ({ ...story, revision: /\.(r\d+)\.ts$/.exec(story.file)?.[1] }))
    .filter(({ revision }) => revision !== undefined);
  const result = {};
  for (const { procedure, folder, file, revision } of stories) {
    const reached = (result[procedure] ??= {});
    reached[revision] = [...new Set([...(reached[revision] ?? []), ...reach(join(folder, file), folder)])].sort();
  }
  return result;
}

function reach(file, folder, seen = new Set()) {
  if (seen.has(file) || !file.startsWith(folder) || !existsSync(file)) return seen;
  seen.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles)
    if (fileName.startsWith('.')) reach(resolve(dirname(file), fileName.replace(/\.js$/, '.ts')), folder, seen);
  return seen;
}

/** Types, comments, layout and labels do not count; every number, condition and call does. */
export function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, removeComments: true },
      transformers: { before: [withoutLabels] },
    });
    hash.update(relative(root, file).replaceAll('\\', '/')).update('\0').update(outputText).update('\0');
  }
  return hash.digest('hex');
}

const withoutLabels = (context) => (source) => {
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && labels.has(node.name.text)) return undefined;
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitNode(source, visit);
};

/** Sentences that say what is wrong; none when the lock holds. */
export function faults(lock, files = revisionFiles()) {
  const found = [];
  for (const [procedure, revisions] of Object.entries(files))
    for (const [revision, list] of Object.entries(revisions)) {
      const locked = lock[procedure]?.[revision];
      if (!locked)
        found.push(`${procedure} ${revision} n’est pas dans workflows/revisions.lock.json : lancez « npm run revisions:write ».`);
      else if (locked.digest !== digest(list))
        found.push(
          locked.releasedOn
            ? `${procedure} ${revision} est en service depuis le ${locked.releasedOn} et ne peut plus changer : write ${next(revision)}.`
            : `${procedure} ${revision} a changé : relisez, puis lancez « npm run revisions:write ».`,
        );
    }
  for (const [procedure, revisions] of Object.entries(lock))
    for (const revision of Object.keys(revisions))
      if (!files[procedure]?.[revision]) found.push(`${procedure} ${revision} a disparu, alors que des dossiers peuvent encore la suivre.`);
  return found;
}

const next = (revision) => `r${Number(revision.slice(1)) + 1}`;
export const readLock = () => (existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')) : {});

function write(lock, files) {
  for (const [procedure, revisions] of Object.entries(files))
    for (const [revision, list] of Object.entries(revisions)) {
      const known = (lock[procedure] ??= {})[revision];
      if (!known?.releasedOn) lock[procedure][revision] = { digest: digest(list), releasedOn: null };
    }
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}

function release(lock, procedure, revision) {
  const locked = lock[procedure]?.[revision];
  if (!locked) throw new Error(`Révision inconnue : ${procedure} ${revision}`);
  locked.releasedOn ??= new Date().toISOString().slice(0, 10);
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, procedure, revision] = process.argv.slice(2);
  const lock = readLock();
  if (option === '--write') write(lock, revisionFiles());
  if (option === '--release') release(lock, procedure, revision);
  const found = faults(lock);
  for (const fault of found) console.error(`✗ ${fault}`);
  if (found.length === 0) console.log(`✓ ${Object.values(lock).flatMap(Object.keys).length} révision(s) conforme(s) au verrou.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
