import pg from 'pg';
import { verifyAccesses } from '../../../activities/accesses/verify-accesses.js';
import type { Fault } from '../../../activities/journal/fault.js';
import { filedCase, pdf, writtenDraft } from './applications.js';
import { answer, type Cast } from './cast.js';
import { jalonWithCast } from './running.js';

interface Row {
  ref: string;
  seq: number;
  at: string;
  person: { name: string };
  roles: string[];
  operation: string;
  what: string;
  object?: string;
  exceptional: boolean;
}
interface Page {
  items: Row[];
  nextCursor?: string;
}

const { jalon, people } = jalonWithCast();
let ref: string;

beforeAll(async () => {
  ref = await filedCase(people.applicant, { title: 'Titre que nul journal ne dit' });
});

const rows = (of = ref) => jalon.prisma.accessEntry.findMany({ where: { caseRef: of }, orderBy: { seq: 'asc' } });
const last = async (of = ref) => (await rows(of)).at(-1);

describe('a read of a case', () => {
  it('leaves an entry that says who, in which role, what of it, under which right', async () => {
    await people.reviewer.get(`/cases/${ref}`);
    expect(await last()).toMatchObject({ roles: ['reviewer'], what: 'getCase', object: null, under: 'read file' });
    await people.reviewer.get(`/cases/${ref}/timeline?on=2020-01-01`);
    await people.reviewer.get(`/tasks/${ref}.check-completeness-1`);
    expect(await last()).toMatchObject({ what: 'getTask', object: `${ref}.check-completeness-1` });
    await people.auditor.get(`/cases/${ref}/journal`);
    expect(await last()).toMatchObject({ roles: ['auditor'], what: 'getJournal', under: 'audit log' });
  });

  it('leaves one before a file or a pack goes out', async () => {
    const { body: documents } = await people.reviewer.get<{ id: string }[]>(`/cases/${ref}/documents`);
    const id = documents[0]?.id;
    await people.reviewer.download(`/documents/${id}/content`);
    expect(await last()).toMatchObject({ what: 'downloadDocument', object: id });
    await people.manager.download(`/cases/${ref}/proof`);
    expect(await last()).toMatchObject({ what: 'exportCase', roles: ['programManager'], under: 'export' });
  });

  it('leaves one for what a claim, an assignment or a preview answers with; an act alone is the journal’s', async () => {
    const task = `${ref}.check-completeness-1`;
    await people.reviewer.post(`/tasks/${task}/claim`);
    expect(await last()).toMatchObject({ what: 'claimTask', object: task });
    await people.reviewer.post(`/tasks/${task}/release`);
    const before = (await rows()).length;
    await answer(people.reviewer, ref, 'check-completeness-1', { verdict: 'complete' });
    await people.reviewer.post(`/cases/${ref}/messages`, { text: 'Bonjour.' });
    expect(await rows()).toHaveLength(before);
  });

  it('by its owner leaves none, and nor do a list and a refusal', async () => {
    const before = (await rows()).length;
    expect((await people.applicant.get(`/cases/${ref}`)).status).toBe(200);
    expect((await people.reviewer.get('/cases')).status).toBe(200);
    expect((await people.stranger.get(`/cases/${ref}`)).status).toBe(404);
    expect((await people.admin.get(`/cases/${ref}`)).status).toBe(403);
    expect(await rows()).toHaveLength(before);
  });

  it('that cannot be recorded is not answered', async () => {
    const owner = new pg.Client({ connectionString: jalon.database.ownerUrl });
    await owner.connect();
    await owner.query('ALTER FUNCTION record_accesses(jsonb) RENAME TO record_nothing');
    const { status, body } = await people.reviewer.get<{ type: string }>(`/cases/${ref}`);
    await owner.query('ALTER FUNCTION record_nothing(jsonb) RENAME TO record_accesses');
    await owner.end();
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('Titre que nul');
  });

  it('of a draft that somebody shares is recorded, as long as it is a draft under its own name', async () => {
    const draft = await writtenDraft(people.applicant);
    await people.applicant.post(`/drafts/${draft.id}/co-applicants`, {
      email: 'dominique.test-martin@exemple.gouv.invalid',
      right: 'reader',
    });
    await people.applicant.get(`/drafts/${draft.id}`);
    expect(await rows(`draft/${draft.id}`)).toEqual([]);
    await people.stranger.get(`/drafts/${draft.id}`);
    const piece = await people.applicant.upload({ draftId: draft.id }, 'plan.pdf', pdf);
    await people.stranger.download(`/documents/${piece.body.id}/content`);
    expect((await rows(`draft/${draft.id}`)).map(({ what }) => what)).toEqual(['getDraft', 'downloadDocument']);
    const { body: filed } = await people.applicant.post<{ ref: string }>(`/drafts/${draft.id}/file`);
    await people.stranger.get(`/cases/${filed.ref}`);
    expect(await last(filed.ref)).toMatchObject({ what: 'getCase', roles: ['applicant'] });
  });
});

describe('the chain of reads', () => {
  const faults = async (client: pg.Client) => {
    const found: Fault[] = [];
    for await (const fault of verifyAccesses(client, 3)) found.push(fault);
    return found;
  };

  it('holds however many read at once, and shows where it was changed', async () => {
    const before = (await rows()).length;
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? people.reviewer : people.manager).get(`/cases/${ref}`)));
    expect((await rows()).map(({ seq }) => seq)).toEqual(Array.from({ length: before + 20 }, (_, index) => index + 1));
    const url = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? '');
    url.pathname = new URL(jalon.database.appUrl).pathname;
    const forger = new pg.Client({ connectionString: url.href });
    await forger.connect();
    expect(await faults(forger)).toEqual([]);
    await forger.query("SET session_replication_role = 'replica'");
    await forger.query("UPDATE access_entry SET roles = '{auditor}' WHERE case_ref = $1 AND seq = 2", [ref]);
    expect(await faults(forger)).toEqual([{ ref, seq: 2, what: expect.stringContaining('modifié') as unknown }]);
    await forger.query("UPDATE access_entry SET roles = '{reviewer}' WHERE case_ref = $1 AND seq = 2", [ref]);
    expect(await faults(forger)).toEqual([]);
    await forger.query('DELETE FROM access_entry WHERE case_ref = $1 AND seq = 4', [ref]);
    expect(await faults(forger)).toEqual([{ ref, seq: 4, what: expect.stringContaining('manque') as unknown }]);
    await forger.end();
  });

  it.each(['UPDATE access_entry SET what = $$x$$', 'DELETE FROM access_entry', 'TRUNCATE access_entry'])(
    '%s is refused to the application and to the owner of the schema',
    async (statement) => {
      await expect(jalon.prisma.$executeRawUnsafe(statement)).rejects.toThrow();
      const owner = new pg.Client({ connectionString: jalon.database.ownerUrl });
      await owner.connect();
      await expect(owner.query(statement)).rejects.toThrow('Le journal des accès ne se modifie pas');
      await owner.end();
    },
  );
});

describe('the reads', () => {
  it.each<keyof Cast>(['auditor', 'admin', 'manager'])('are the %s’s to follow, without a word of what was read', async (who) => {
    const { status, body } = await people[who].get<Page>(`/cases/${ref}/accesses?limit=100`);
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThan(10);
    expect(body.items[0]).toMatchObject({ ref, person: { name: expect.any(String) as unknown }, what: expect.any(String) as unknown });
    expect(JSON.stringify(body)).not.toContain('Titre que nul');
  });

  it('are nobody else’s', async () => {
    for (const who of ['applicant', 'reviewer', 'expert', 'committee', 'authority', 'budget'] as const)
      expect((await people[who].get(`/cases/${ref}/accesses`)).status).toBe(403);
    const elsewhere = await jalon.as('Maxence Parcours');
    expect((await elsewhere.get(`/cases/${ref}/accesses`)).status).toBe(404);
    expect((await elsewhere.get<Page>(`/accesses?ref=${ref}`)).body.items).toEqual([]);
  });

  it('come page after page, each once, filtered by person and day', async () => {
    const found: Row[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await people.auditor.get<Page>(`/accesses?ref=${ref}&limit=7${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      found.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    const stored = await rows();
    expect(found.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(stored.map(({ seq }) => seq));
    const [reviewer] = await jalon.prisma.person.findMany({ where: { name: 'Sacha Modèle' } });
    const { body: theirs } = await people.auditor.get<Page>(`/accesses?person=${reviewer?.id}&limit=100`);
    expect(new Set(theirs.items.map(({ person }) => person.name))).toEqual(new Set(['Sacha Modèle']));
    expect((await people.auditor.get<Page>('/accesses?to=2020-01-01')).body.items).toEqual([]);
  });

  it('go into a spreadsheet', async () => {
    const { body, headers } = await people.auditor.get<string>(`/accesses/rows.csv?ref=${ref}`);
    expect(headers['content-type']).toContain('text/csv');
    expect(body.split('\r\n').length).toBe((await rows()).length + 2);
  });

  it('are told to the owner by role and date, not by name', async () => {
    const { status, body } = await people.applicant.get<{ items: Record<string, unknown>[] }>(`/cases/${ref}/readers?limit=100`);
    expect(status).toBe(200);
    expect(body.items.every((row) => Object.keys(row).sort().join() === 'at,exceptional,roles,what')).toBe(true);
    expect((await people.reviewer.get(`/cases/${ref}/readers`)).status).toBe(404);
  });
});
