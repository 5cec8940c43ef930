import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adopt } from '#activities/adoption/adopt.js';
import { runningCases } from '#activities/adoption/running-cases.js';
import { survey, type SurveyedCase } from '#activities/adoption/survey.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { rehearseFrom } from '#workflows/kit/rehearsal.js';
import { ftapR2 } from '../builders/ftap-r2/ftap.r2.js';
import { commitInSlices, withUuids } from '../builders/journals.js';
import { randomOf } from '../builders/random-answers.js';
import { runningGrants, type RunningGrant } from '../builders/running-grants.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';

const catalogue = [ftapR1, ftapR2] as unknown as readonly Procedure[];
const r2 = ftapR2 as unknown as Procedure;
let database: JournalDatabase;
let grants: RunningGrant[];
let cases: SurveyedCase[];

beforeAll(async () => {
  database = await journalDatabase();
  grants = await runningGrants(360);
  for (const { ref, journal } of grants) await commitInSlices(database.pool, { ref, entries: withUuids(journal) }, randomOf(ref));
  cases = [];
  const now = grants[0]?.now;
  for await (const one of survey(runningCases(database.pool, 'ftap', now), r2, catalogue)) cases.push(one);
}, 120_000);

afterAll(() => database.drop());

const grantOf = ({ ref }: SurveyedCase) => grants.find((grant) => grant.ref === ref) as RunningGrant;
const verdicts = (verdict: SurveyedCase['verdict']['verdict']) => cases.filter((one) => one.verdict.verdict === verdict);
const isOpen = ({ journal }: RunningGrant) => journal.at(-1)?.type !== 'closed';

/** Every table that a case has, as one text. */
async function everything(): Promise<unknown> {
  const tables = ['journal', 'case_file', 'task', 'wait', 'measure', 'effect', 'mail'];
  const digest = (table: string) => `(SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM ${table} t) AS ${table}`;
  const { rows } = await database.pool.query(`SELECT ${tables.map(digest).join(', ')}`);
  return rows[0];
}

/** The case goes on from its journal; the revision is asked for and granted at once. */
const goOn = ({ scenario, journal, now }: RunningGrant) =>
  rehearseFrom(
    ftapR1,
    {
      ...scenario,
      acts: [
        {
          at: now + 1,
          by: 'admin-1',
          roles: ['administrator'],
          act: { kind: 'intervene', intervention: { kind: 'adopt', revision: 'r2', reason: 'Nouveau règlement' } },
        },
      ],
    },
    JSON.parse(JSON.stringify(journal)) as Entry[],
    { revision: (id) => catalogue.find(({ revision }) => revision === id) },
  );

test('every running case has one verdict, and each kind occurs', () => {
  expect(cases.map(({ ref }) => ref)).toEqual(grants.filter(isOpen).map(({ ref }) => ref));
  const counts = (['stays', 'moves', 'blocked'] as const).map((one) => verdicts(one).length);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(cases.length);
  for (const count of counts) expect(count).toBeGreaterThan(5);
});

test('a case that moves goes on to an end under the new revision, its past byte for byte the old one', async () => {
  for (const one of verdicts('moves')) {
    const grant = grantOf(one);
    const { journal, outcome } = await goOn(grant);
    const told = { ref: one.ref, past: JSON.stringify(journal.slice(0, grant.journal.length)) };
    expect(told).toEqual({ ref: one.ref, past: JSON.stringify(grant.journal) });
    expect({ ref: one.ref, outcome }).toMatchObject({ outcome: { kind: expect.any(String) as string } });
    const adopted = journal.findIndex(({ type }) => type === 'adopted');
    const moved = journal.slice(adopted + 1, adopted + 1 + (one.verdict.verdict === 'moves' ? one.verdict.dates.length : 0));
    expect({ ref: one.ref, moved: (moved as EntryOf<'moved'>[]).map(({ id, due }) => [id, due.lastDay]) }).toEqual({
      ref: one.ref,
      moved: one.verdict.verdict === 'moves' ? one.verdict.dates.map(({ item, to }) => [item, to]) : [],
    });
  }
}, 60_000);

test('a blocked case names an entry of its past, and its adoption is refused there', async () => {
  for (const one of verdicts('blocked')) {
    const grant = grantOf(one);
    expect(one.verdict).toMatchObject({
      why: expect.stringMatching(/^L’écriture \d+, du .*la version r2 aurait fait la tâche «.Viser/) as string,
    });
    const { seq } = one.verdict as { seq: number };
    // The committee had spoken, and the story went on without the endorsement.
    expect(grant.journal[seq - 2]).toMatchObject({ id: expect.stringMatching(/^committee-/) as string });
    const { journal } = await goOn(grant);
    expect(journal.some(({ type }) => type === 'adopted')).toBe(false);
    expect(journal).toContainEqual(
      expect.objectContaining({ type: 'told', template: 'interventionImpossible', data: { kind: 'adopt', code: 'revisionDiverges' } }),
    );
  }
}, 60_000);

describe('npm run adopt -- ftap r2 --dry-run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-adopt-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function command(...args: string[]): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await adopt(args, {
      databaseUrl: database.appUrl,
      catalogue,
      client: () => Promise.reject(new Error('a dry run reaches no engine')),
      print: (text) => void lines.push(text),
      progress: () => () => undefined,
      now: () => grants[0]?.now ?? 0,
    });
    return { code, text: lines.join('\n') };
  }

  test('prints who stays, moves, is blocked and why, and writes nothing', async () => {
    const before = await everything();
    const csv = join(folder, 'adoption.csv');
    const { code, text } = await command('ftap', 'r2', '--dry-run', '--csv', csv);
    const [stay, move, blocked] = (['stays', 'moves', 'blocked'] as const).map((one) => verdicts(one).length);
    expect(text).toContain(`${stay} restent, ${move} passent, ${blocked} bloqués.`);
    for (const { ref, verdict } of verdicts('blocked'))
      expect(text).toMatch(new RegExp(`${ref} +${verdict.verdict === 'blocked' ? verdict.seq : ''} +L’écriture`));
    expect(text).toContain('rien n’a été écrit ni demandé');
    expect(code).toBe(1);
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFF"reference";"verdict";"ecriture";"pourquoi";"derniers_jours"');
    expect(lines).toHaveLength(1 + cases.length);
    expect(await everything()).toEqual(before);
  });

  test('says which revisions and procedures this release knows', async () => {
    expect(await command('ftap', 'r9', '--dry-run')).toEqual({
      code: 2,
      text: 'La version r9 de «\u00A0ftap\u00A0» n’est pas dans cette livraison, qui connaît\u00A0: r1, r2.',
    });
    expect((await command('canum', 'r1', '--dry-run')).text).toContain('qui connaît\u00A0: ftap.');
  });

  test('asks for a reason and for an administrator before it asks any case', async () => {
    expect(await command('ftap', 'r2')).toMatchObject({ code: 2, text: expect.stringContaining('--reason et --by') as string });
    expect(await command('ftap', 'r2', '--reason', 'Nouveau règlement', '--by', 'personne@exemple.gouv.invalid')).toMatchObject({
      code: 2,
      text: expect.stringContaining('n’est pas un administrateur') as string,
    });
    expect(await command('ftap')).toMatchObject({ code: 2, text: expect.stringContaining('Usage') as string });
  });
});
