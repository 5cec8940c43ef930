import { parseArgs } from 'node:util';

export type AdoptOptions = {
  readonly procedure: string;
  readonly revision: string;
  readonly csv?: string;
} & ({ readonly dryRun: true } | { readonly dryRun: false; readonly reason: string; readonly by: string });

export const usage = `Usage : npm run adopt -- <procédure> <version> --dry-run [--csv fichier]
        npm run adopt -- <procédure> <version> --reason "…" --by <identifiant ou adresse d’un administrateur> [--csv fichier]`;

/** Reads the command line; a French sentence when it is wrong. */
export function adoptOptions(args: readonly string[]): AdoptOptions | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, reason: { type: 'string' }, by: { type: 'string' }, csv: { type: 'string' } },
    });
  } catch {
    // Node says it in English, and the usage says all there is.
    return 'Une option n’est pas comprise.';
  }
  const { values, positionals } = parsed;
  const [procedure, revision, ...more] = positionals;
  if (procedure === undefined || revision === undefined || more.length > 0) return 'Une procédure et une version sont attendues.';
  const { csv, reason, by } = values;
  const common = { procedure, revision, ...(csv !== undefined && { csv }) };
  if (values['dry-run']) return { ...common, dryRun: true };
  if (!reason?.trim() || !by?.trim())
    return 'Sans --dry-run, --reason et --by sont obligatoires : le journal garde qui demande et pourquoi.';
  return { ...common, dryRun: false, reason: reason.trim(), by: by.trim() };
}
