import { writeFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import { policyOf } from '#workflows/kit/interventions.js';
import { roleLabels } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { typeset } from '../typeset.js';
import { administrator } from './administrator.js';
import { adoptOptions, type AdoptOptions, usage } from './adopt-options.js';
import { requestAdoption } from './request-adoption.js';
import { countRunning, runningCases } from './running-cases.js';
import { survey, type SurveyedCase } from './survey.js';
import { asCsv, report } from './survey-report.js';

/** What the command reaches, so that a test may hand in its own. */
export interface Reach {
  readonly databaseUrl: string;
  /** Every revision of this release. */
  readonly catalogue: readonly Procedure[];
  /** The client of Temporal, closed by who gave it. */
  readonly client: () => Promise<Client>;
  readonly print: (text: string) => void;
  /** Shows how many of so many cases have been done. */
  readonly progress: (title: string, total: number) => (done: number) => void;
  readonly now?: () => number;
}

/** Everything went well; somebody has to look at some cases; nothing was done. */
export type ExitCode = 0 | 1 | 2;

/** `npm run adopt`: offers a revision to every running case of a procedure, and asks those that fit to adopt it. */
export async function adopt(args: readonly string[], reach: Reach): Promise<ExitCode> {
  const say = (text: string) => {
    reach.print(typeset(text));
  };
  const options = adoptOptions(args);
  if (typeof options === 'string') {
    say(`${options}\n${usage}`);
    return 2;
  }
  const to = reach.catalogue.find(({ id, revision }) => id === options.procedure && revision === options.revision);
  if (!to) {
    say(unknown(options, reach.catalogue));
    return 2;
  }
  // The command only reads PostgreSQL: what a case does, it does itself. The server holds us to that.
  const pool = new pg.Pool({ connectionString: reach.databaseUrl, max: 2, options: '-c default_transaction_read_only=on' });
  try {
    const by = options.dryRun ? undefined : await administrator(pool, to.id, options.by);
    if (!options.dryRun && by === undefined) {
      say(`« ${options.by} » n’est pas un administrateur de cette procédure : rien n’a été demandé.`);
      return 2;
    }
    const cases = await surveyed(pool, to, options, reach);
    say(report(cases));
    if (options.csv !== undefined) {
      await writeFile(options.csv, asCsv(cases));
      say(`Détail de chaque dossier : ${options.csv}`);
    }
    const blocked = cases.some(({ verdict }) => verdict.verdict === 'blocked') ? 1 : 0;
    if (options.dryRun || by === undefined) {
      say('Essai à blanc : rien n’a été écrit ni demandé.');
      return blocked;
    }
    const failed = await request(cases, to, { ...options, by }, reach, say);
    return failed > 0 ? 1 : blocked;
  } finally {
    await pool.end();
  }
}

async function surveyed(pool: pg.Pool, to: Procedure, { procedure, revision }: AdoptOptions, reach: Reach): Promise<SurveyedCase[]> {
  const total = await countRunning(pool, procedure);
  reach.print(typeset(`${to.label}, version ${revision} : ${total.toLocaleString('fr-FR')} dossier(s) en cours.`));
  const progress = reach.progress('Lecture', total);
  const cases: SurveyedCase[] = [];
  for await (const one of survey(runningCases(pool, procedure, reach.now?.()), to, reach.catalogue)) {
    cases.push(one);
    progress(cases.length);
  }
  return cases;
}

/** Asks every case that fits; gives how many could not be asked. */
async function request(
  cases: readonly SurveyedCase[],
  to: Procedure,
  { reason, by }: { readonly reason: string; readonly by: string },
  reach: Reach,
  say: (text: string) => void,
): Promise<number> {
  const movable = cases.filter(({ verdict }) => verdict.verdict === 'moves');
  if (movable.length === 0) return 0;
  const client = await reach.client();
  const progress = reach.progress('Demandes', movable.length);
  const counts = { sent: 0, alreadyAsked: 0, failed: 0 };
  for (const [index, one] of movable.entries()) {
    const asked = await requestAdoption(client, one, { revision: to.revision, reason, by });
    counts[asked.kind]++;
    if (asked.kind === 'failed') say(`✗ ${one.ref} : ${asked.why}`);
    progress(index + 1);
  }
  const { secondPerson, decidedBy } = policyOf(to, 'adopt');
  say(
    `${counts.sent} demande(s) ${secondPerson ? 'ouverte(s)' : 'faite(s)'}, ${counts.alreadyAsked} déjà en attente, ${counts.failed} sans suite.`,
  );
  if (secondPerson)
    say(
      `Rien n’a encore changé : ${roleLabels[decidedBy]} reçoit une tâche par dossier, et le dossier change de version quand il l’accorde.`,
    );
  return counts.failed;
}

function unknown({ procedure, revision }: AdoptOptions, catalogue: readonly Procedure[]): string {
  const known = catalogue.filter(({ id }) => id === procedure).map((one) => one.revision);
  if (known.length > 0)
    return `La version ${revision} de « ${procedure} » n’est pas dans cette livraison, qui connaît : ${known.join(', ')}.`;
  const procedures = [...new Set(catalogue.map(({ id }) => id))];
  return `La procédure « ${procedure} » n’est pas dans cette livraison, qui connaît : ${procedures.join(', ')}.`;
}
