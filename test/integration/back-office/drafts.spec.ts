import { maximumFileSize } from '../../../activities/documents/file-store.js';
import { closedCallId, openCallId, successorCallId } from '../../../prisma/seed-calls.js';
import { pdf, writtenDraft } from './applications.js';
import { type Browser, startBackOffice } from './back-office.js';
import { runningOffice } from './running.js';

interface Problem {
  type: string;
  title: string;
  detail: string;
  fields?: Record<string, string>;
  version?: number;
}

const office = runningOffice({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
let applicant: Browser;
let other: Browser;
beforeAll(async () => {
  [applicant, other] = await Promise.all([office.as('Camille Exemple'), office.as('Dominique Test-Martin')]);
});

/** A day on which an open call had opened. */
const before = () => new Date(new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
const draftOf = async (browser: Browser) => (await browser.post<{ id: string; version: number }>('/drafts', { callId: openCallId })).body;

describe('a draft', () => {
  it('says what is missing before it can be filed', async () => {
    const { id } = await draftOf(applicant);
    const { body } = await applicant.get<{ errors: Record<string, string> }>(`/drafts/${id}`);
    expect(Object.keys(body.errors)).toEqual(expect.arrayContaining(['project', 'budget', 'pieces']));
    const refused = await applicant.post<Problem>(`/drafts/${id}/file`);
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:jalon:problem:draftIncomplete']);
  });

  it('refuses to overwrite what another tab has saved, and says which version is stored', async () => {
    const { id, version } = await draftOf(applicant);
    await applicant.put(`/drafts/${id}`, { content: { project: { title: 'Premier' } }, version });
    const refused = await applicant.put<Problem>(`/drafts/${id}`, { content: { project: { title: 'Second' } }, version });
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:jalon:problem:draftChanged', version: version + 1 } });
  });

  it('refuses a character that cannot be kept, and keeps what was there', async () => {
    const { id, version } = await draftOf(applicant);
    const refused = await applicant.put<Problem>(`/drafts/${id}`, { content: { project: { title: 'Titre\u0000collé' } }, version });
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:jalon:problem:unstorableText']);
    expect((await applicant.get<{ version: number }>(`/drafts/${id}`)).body.version).toBe(version);
  });

  it('is its owner’s alone', async () => {
    const { id } = await draftOf(applicant);
    expect((await other.get(`/drafts/${id}`)).status).toBe(404);
    expect((await other.put(`/drafts/${id}`, { content: {}, version: 1 })).status).toBe(404);
    expect((await other.post(`/drafts/${id}/file`)).status).toBe(404);
    expect((await other.delete(`/drafts/${id}`)).status).toBe(404);
  });

  it('cannot begin on a call that is closed', async () => {
    expect(await applicant.post('/drafts', { callId: closedCallId })).toMatchObject({
      status: 409,
      body: { type: 'urn:jalon:problem:callNotOpen' },
    });
  });

  it('names the pieces that are no longer attached', async () => {
    const { id } = await writtenDraft(applicant);
    const { body } = await applicant.get<{ content: { pieces: { budget: string[] } } }>(`/drafts/${id}`);
    await applicant.delete(`/documents/${body.content.pieces.budget[0]}`);
    const refused = await applicant.post<Problem>(`/drafts/${id}/file`);
    expect(refused.body).toMatchObject({ type: 'urn:jalon:problem:piecesMissing' });
    expect(Object.keys(refused.body.fields ?? {})).toEqual(['pieces.budget']);
  });

  it('keeps its reference when the engine does not answer, and takes it up again', async () => {
    const { id } = await writtenDraft(applicant);
    const refused = await applicant.post<Problem>(`/drafts/${id}/file`);
    expect([refused.status, refused.body.type]).toEqual([503, 'urn:jalon:problem:engineDown']);
    const first = await office.prisma.draft.findUniqueOrThrow({ where: { id } });
    await applicant.post(`/drafts/${id}/file`);
    const second = await office.prisma.draft.findUniqueOrThrow({ where: { id } });
    expect(first.caseRef).toMatch(/^FTAP-\d{4}-\d{6}$/);
    expect(second.caseRef).toBe(first.caseRef);
  });
});

describe('the conditions of the call', () => {
  interface Conditions {
    content: Record<string, object>;
    version: number;
    eligibility: { rule: string; ok?: boolean; why: string; basis: string }[];
  }

  it('come with the draft, each with its reason', async () => {
    const { id } = await writtenDraft(applicant);
    const { body } = await applicant.get<Conditions>(`/drafts/${id}`);
    expect(body.eligibility.map(({ rule, ok }) => [rule, ok])).toEqual(
      ['callOpen', 'body', 'siret', 'start', 'duration', 'amount', 'rate', 'reuse'].map((rule) => [rule, true]),
    );
    expect(body.eligibility.every(({ why, basis }) => why.length > 0 && basis.length > 0)).toBe(true);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['the kind of body', 'body', { kind: 'company' }, 'body.kind'],
    ['a start in the past', 'project', { startsOn: '2020-01-01' }, 'project.startsOn'],
    ['an amount over the ceiling', 'budget', { amountCents: 1_500_000_01 }, 'budget.amountCents'],
    ['no reuse by the Campus', 'commitments', { reuse: false }, 'commitments.reuse'],
  ])('stop the filing for %s, and say why', async (_why, part, change, field) => {
    const { id } = await writtenDraft(applicant);
    const { body: draft } = await applicant.get<Conditions>(`/drafts/${id}`);
    const content = { ...draft.content, [part]: { ...draft.content[part], ...change } };
    await applicant.put(`/drafts/${id}`, { content, version: draft.version });
    const refused = await applicant.post<Problem>(`/drafts/${id}/file`);
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:jalon:problem:notEligible']);
    expect(Object.keys(refused.body.fields ?? {})).toEqual([field]);
    expect((await office.prisma.draft.findUniqueOrThrow({ where: { id } })).caseRef).toBeNull();
  });
});

describe('a copy for another call', () => {
  it('takes over the content, without files and commitments', async () => {
    const { id } = await writtenDraft(applicant);
    const { id: callId } = await office.prisma.call.update({
      where: { id: successorCallId },
      data: { status: 'published', opensOn: before() },
    });
    const { status, body } = await applicant.post<{ id: string; callId: string; content: Record<string, unknown> }>(`/drafts/${id}/copy`, {
      callId,
    });
    expect([status, body.callId]).toEqual([201, callId]);
    expect(Object.keys(body.content).sort()).toEqual(['body', 'budget', 'effects', 'project']);
    expect(body.id).not.toBe(id);
    expect((await other.post(`/drafts/${id}/copy`, { callId })).status).toBe(404);
    expect((await applicant.post<Problem>(`/drafts/${id}/copy`, { callId: closedCallId })).body.type).toBe('urn:jalon:problem:callNotOpen');
  });
});

describe('the registry of bodies', () => {
  it.each([
    ['99900002900010', 200, { name: 'Agence nationale de la cohésion des territoires', kind: 'operator', source: 'Annuaire de Jalon' }],
    ['999 001 019 00010', 200, { kind: 'association', source: 'Organismes fictifs' }],
    ['99900999600011', 404, { type: 'urn:jalon:problem:bodyUnknown' }],
    ['99900002900011', 422, { type: 'urn:jalon:problem:invalid', fields: { siret: expect.any(String) as string } }],
  ])('answers for %s: %s', async (siret, status, body) => {
    expect(await applicant.get(`/registry/bodies/${encodeURIComponent(siret)}`)).toMatchObject({ status, body });
    expect((await office.anonymous().get(`/registry/bodies/${siret}`)).status).toBe(401);
  });

  it('that does not answer leaves people to type', async () => {
    const alone = await startBackOffice({ JALON_REGISTRY_URL: 'http://127.0.0.1:1' });
    try {
      const browser = await alone.as('Camille Exemple');
      expect(await browser.get('/registry/bodies/99900002900010')).toMatchObject({
        status: 503,
        body: { type: 'urn:jalon:problem:registryDown' },
      });
      const { id } = (await browser.post<{ id: string }>('/drafts', { callId: openCallId })).body;
      expect((await browser.put(`/drafts/${id}`, { content: { body: { name: 'Saisi à la main' } }, version: 1 })).status).toBe(200);
    } finally {
      await alone.stop();
    }
  });
});

describe('a file', () => {
  it('comes back as it was sent, as an attachment that no browser runs', async () => {
    const { id: draftId } = await draftOf(applicant);
    const { body } = await applicant.upload<{ id: string; mediaType: string; sha256: string }>({ draftId }, 'Budget prévisionnel.pdf', pdf);
    expect(body).toMatchObject({ mediaType: 'application/pdf', filename: 'Budget prévisionnel.pdf', size: pdf.length });
    const { body: content, headers } = await applicant.get<string>(`/documents/${body.id}/content`);
    expect(content).toBe(pdf);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    });
    expect(headers['content-disposition']).toMatch(/^attachment;/);
    expect((await other.get(`/documents/${body.id}`)).status).toBe(404);
  });

  it.each([
    ['page.html', '<!doctype html><script>alert(1)</script>', 415, 'fileTypeRefused'],
    ['budget.pdf', 'MZ not a PDF at all', 415, 'fileTypeRefused'],
    ['vide.pdf', '', 422, 'fileMissing'],
  ])('that is %s is refused', async (name, content, status, code) => {
    const { id: draftId } = await draftOf(applicant);
    expect(await applicant.upload({ draftId }, name, content)).toMatchObject({ status, body: { type: `urn:jalon:problem:${code}` } });
  });

  it('over 50 MB is refused', async () => {
    const { id: draftId } = await draftOf(applicant);
    const content = Buffer.alloc(maximumFileSize + 10, 0x20);
    content.write(pdf);
    expect(await applicant.upload({ draftId }, 'gros.pdf', content)).toMatchObject({
      status: 413,
      body: { type: 'urn:jalon:problem:fileTooLarge' },
    });
  });

  it('cannot be put on somebody else’s draft', async () => {
    const { id: draftId } = await draftOf(applicant);
    expect((await other.upload({ draftId }, 'budget.pdf', pdf)).status).toBe(404);
  });
});

describe('a problem', () => {
  it('is in French, with the fields and what to do', async () => {
    const { status, body, headers } = await applicant.post<Problem>('/drafts', { callId: 'x', surprise: 1 });
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:jalon:problem:invalid', fields: { callId: 'Cet identifiant est mal formé.' } });
    expect(body.fields).toHaveProperty('surprise', 'Ce champ n’est pas attendu.');
  });

  it.each([
    ['an address that nobody knows', () => applicant.get('/nowhere'), 404, 'notFound'],
    [
      'a body that is not JSON',
      () => applicant.request('POST', '/drafts', { payload: '{', headers: { 'content-type': 'application/json' } }),
      400,
      'badRequest',
    ],
    ['an act without a key', () => applicant.request('POST', '/drafts/00000000-0000-4000-8000-000000000000/file'), 400, 'keyMissing'],
  ])('answers %s', async (_case, call, status, code) => {
    expect(await call()).toMatchObject({ status, body: { type: `urn:jalon:problem:${code}` } });
  });

  it('answers who sends too much', async () => {
    const busy = await startBackOffice({ JALON_RATE_LIMIT: '3' });
    try {
      const answers = [];
      for (let i = 0; i < 5; i++) answers.push(await busy.anonymous().get('/demonstration/accounts'));
      expect(answers.at(-1)).toMatchObject({ status: 429, body: { type: 'urn:jalon:problem:tooManyRequests' } });
    } finally {
      await busy.stop();
    }
  });
});
