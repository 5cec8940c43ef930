import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'jalon-revisions-'));
  for (const folder of ['workflows', 'apps/launcher']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'package.json'), '{"type":"module"}');
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

/** What `npm run revisions:check` prints, and whether it passes. */
function check(...options: string[]): { passes: boolean; text: string } {
  try {
    return {
      passes: true,
      text: execFileSync(process.execPath, [join(copy, 'apps/launcher/revisions.mjs'), ...options], { encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    return { passes: false, text: (error as { stderr: string }).stderr };
  }
}

function edit(file: string, from: string, to: string): void {
  const path = join(copy, 'workflows/ftap', file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} no longer contains ${from}`);
  writeFileSync(path, before.replace(from, to));
}

test('the revisions of this release are those of the lock', () => {
  expect(check()).toMatchObject({ passes: true });
});

test('a shortened term in a released revision fails, and says to write the next one', () => {
  check('--release', 'ftap', 'r1');
  edit('steps/completeness.r1.ts', 'workingDays(15)', 'workingDays(10)');
  const { passes, text } = check();
  expect(passes).toBe(false);
  expect(text).toContain('write r2');
});

test('a form that asks for more is another law too', () => {
  check('--release', 'ftap', 'r1');
  edit('tasks/completeness.ts', '.min(10,', '.min(5,');
  expect(check().passes).toBe(false);
});

test('a better label or a comment does not change the law', () => {
  check('--release', 'ftap', 'r1');
  edit('stages.ts', "label: 'Instruction'", "label: 'Instruction du dossier'");
  edit('grant-review.r1.ts', '/** FTAP, first revision', '// A remark.\n/** FTAP, first revision');
  expect(check()).toMatchObject({ passes: true });
});
