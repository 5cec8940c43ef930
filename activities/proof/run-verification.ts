import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { typeset } from '../typeset.js';
import type { Check } from './check.js';
import { readPublicKey } from './proof-key.js';
import { verifyPack } from './verify-pack.js';

const usage = 'Usage : npm run proof:verify -- archive.zip [--key cle-publique.pem]';
const signs: Readonly<Record<Check['result'], string>> = { good: '✓', doubt: '!', fault: '✗' };

interface Surroundings {
  /** Where relative paths begin. */
  readonly folder: string;
  readonly print: (line: string) => void;
}

/** Prints what was checked and what failed; gives the exit code: 0 all is right, 1 something was changed, 2 nothing could be checked. */
export function runVerification(args: readonly string[], { folder, print }: Surroundings): 0 | 1 | 2 {
  const say = (line: string) => print(typeset(line));
  let checks: readonly Check[];
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { key: { type: 'string' } }, allowPositionals: true });
    const [pack, ...more] = positionals;
    if (pack === undefined || more.length > 0) {
      say(usage);
      return 2;
    }
    const key = values.key === undefined ? undefined : readPublicKey(readFileSync(resolve(folder, values.key), 'utf8'));
    checks = verifyPack(readFileSync(resolve(folder, pack)), key);
  } catch (error) {
    say(`✗ Rien n’a pu être vérifié : ${error instanceof Error ? error.message : String(error)}`);
    say(usage);
    return 2;
  }
  for (const { result, what } of checks) say(`${signs[result]} ${what}`);
  const faults = checks.filter(({ result }) => result === 'fault').length;
  say(faults === 0 ? '→ L’archive est intacte.' : `→ ${faults} défaut(s) : l’archive ne prouve rien en l’état.`);
  return faults === 0 ? 0 : 1;
}
