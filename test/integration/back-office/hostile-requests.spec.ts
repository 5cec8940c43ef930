import { Logger } from '@nestjs/common';
import { connect, type AddressInfo } from 'node:net';
import { openCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { grantJournal } from '../../builders/grant-journals.js';
import { zipOf } from '../../builders/zip.js';
import type { Browser } from './back-office.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

const office = runningOffice({ JALON_REQUEST_SECONDS: '1' });
let applicant: Browser;
beforeAll(async () => {
  applicant = await office.as('Camille Exemple');
});

const json = { 'content-type': 'application/json', 'idempotency-key': '00000000-0000-4000-8000-000000000001' };
const asJson = (payload: string) => applicant.request<{ title: string; detail: string }>('POST', '/drafts', { payload, headers: json });
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + '1' + close.repeat(depth);

describe('a body', () => {
  it('that is too long is refused before it is read', async () => {
    const { status, body } = await asJson(JSON.stringify({ callId: 'x'.repeat(2 * 1024 * 1024) }));
    expect([status, body.title]).toEqual([413, 'Demande trop longue']);
  });

  it('that never ends is given up', async () => {
    await office.app.listen(0, '127.0.0.1');
    const { port } = office.app.getHttpServer().address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /api/drafts HTTP/1.1\r\nHost: jalon\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
      });
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each([
    ['arrays', nested(100_000, '[', ']')],
    ['objects', nested(100_000, '{"a":', '}')],
    ['a draft’s content', `{"callId":"00000000-0000-4000-8000-000000000000","content":${nested(100_000, '{"a":', '}')}}`],
  ])('nested a hundred thousand times (%s) is a problem of who sends it', async (_, payload) => {
    const { status } = await asJson(payload);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it.each([
    ['not JSON', '{"callId":'],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"callId":"00000000-0000-4000-8000-000000000000"}'],
    ['a poisoned constructor', '{"constructor":{"prototype":{"admin":true}},"callId":"00000000-0000-4000-8000-000000000000"}'],
    ['nothing', ''],
    ['a number', '1'],
  ])('that is %s is refused', async (_, payload) => {
    expect((await asJson(payload)).status).toBeLessThan(500);
    expect((await asJson(payload)).status).toBeGreaterThanOrEqual(400);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('a field that says null', () => {
  it('is one that was left out, and no fault of the server', async () => {
    const ref = 'FTAP-2026-900001';
    await committed(office, grantJournal({ callId: openCallId, owner: personId('Camille Exemple'), ref, happened: [] }));
    const manager = await office.as('Ariel Pilote');
    const { status, body } = await manager.post(`/cases/${ref}/notes`, { text: 'À revoir.', shared: null });
    expect([status, body]).toMatchObject([201, { shared: false }]);
  });

  it('stays as it is where it stands in somebody’s own content', async () => {
    const { body } = await applicant.post<{ id: string; version: number }>('/drafts', { callId: openCallId });
    const content = { title: null };
    expect((await applicant.put(`/drafts/${body.id}`, { version: body.version, content })).status).toBe(200);
    expect((await applicant.get<{ content: object }>(`/drafts/${body.id}`)).body.content).toEqual(content);
  });
});

describe('a file', () => {
  const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n';
  let draftId: string;
  beforeAll(async () => {
    const call = await office.prisma.call.findFirstOrThrow({ where: { status: 'published', closesOn: { gt: new Date() } } });
    const { body } = await applicant.post<{ id: string }>('/drafts', { callId: call.id });
    draftId = body.id;
  });
  const send = (payload: string | Buffer, contentType: string) =>
    applicant.request<{ type: string }>('POST', '/documents', { payload, headers: { 'content-type': contentType } });

  it.each([
    ['has no boundary', 'multipart/form-data', 'a'],
    ['is cut short', 'multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF'],
    ['has a broken head', 'multipart/form-data; boundary=b', '--b\r\nrubbish\r\n\r\nx\r\n--b--\r\n'],
    ['is no form', 'application/octet-stream', 'a'],
  ])('in a form that %s is refused, and nothing is kept', async (_, contentType, payload) => {
    const { status } = await send(payload, contentType);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await office.prisma.document.count({ where: { draftId } })).toBe(0);
  });

  it('that is a bomb is refused in French, with what to do', async () => {
    const bomb = zipOf({ 'a.txt': 'a' }, { unpacked: 2 * 1024 ** 3 });
    const { status, body } = await applicant.upload({ draftId }, 'pièces.zip', bomb);
    expect(status).toBe(422);
    expect(body).toMatchObject({ title: 'Archive refusée', detail: expect.stringContaining('un à un') as string });
  });

  it.each(['../../etc/passwd.pdf', '..\\..\\boot.pdf', 'a\u202Efdp.exe.pdf', 'budget";x="y.pdf'])(
    'called %s is stored under a key of its own and comes back as an attachment, sandboxed',
    async (name) => {
      const { status, body } = await applicant.upload({ draftId }, name.replaceAll('"', '%22'), pdf);
      expect(status).toBe(201);
      const { storageKey } = await office.prisma.document.findUniqueOrThrow({ where: { id: body.id } });
      expect(storageKey).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/);
      const { headers } = await applicant.get(`/documents/${body.id}/content`);
      expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.%!'()*~-]+$/);
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    },
  );
});

describe('a number', () => {
  it('that no column keeps is refused, wherever it comes from', async () => {
    const { body } = await applicant.get<{ id: string }[]>('/drafts');
    const change = { version: 9e307, content: {} };
    expect((await applicant.put(`/drafts/${body[0]!.id}`, change)).status).toBe(422);
    const manager = await office.as('Ariel Pilote');
    for (const seq of ['0', '-1', '1e3', '2147483648', '9'.repeat(40)])
      expect((await manager.post(`/cases/FTAP-2026-000001/effects/${seq}/retry`)).status).toBe(404);
  });
});

describe('an address', () => {
  it.each([
    '/cases/..%2f..%2fsession',
    '/cases/%00',
    '/cases/%0d%0aSet-Cookie:%20a=b',
    "/cases/FTAP' OR 1=1--",
    '/cases/%c0%ae%c0%ae',
    '/documents/%ff',
  ])('%s leads nowhere', async (path) => {
    const { status, headers } = await applicant.get(encodeURI(path).replaceAll('%25', '%'));
    expect([400, 404, 422]).toContain(status);
    expect(headers['set-cookie'] ?? '').not.toContain('a=b');
  });

  it('that asks for a page of an impossible place is refused', async () => {
    for (const cursor of ['x', Buffer.from('["a"]').toString('base64url'), '%00', 'a'.repeat(5_000)])
      expect((await applicant.get(`/cases?after=${cursor}`)).status).toBeLessThan(500);
  });
});

describe('a request', () => {
  it('that says a thing twice is refused, whichever of the two was meant', async () => {
    expect((await applicant.get('/cases?limit=1&limit=100')).status).toBe(422);
    expect((await applicant.get('/cases?q=a&q=b')).status).toBe(422);
  });

  it.each(['TRACE', 'CONNECT', 'PATCH', 'OPTIONS'])('by the method %s does nothing and repeats nothing', async (method) => {
    const { status, body } = await applicant.request(method, '/cases', { headers: { 'x-secret': 'repeated' } });
    expect([400, 404, 405]).toContain(status);
    expect(JSON.stringify(body)).not.toContain('repeated');
  });

  it('from a page of another site reads no answer: no origin is let in', async () => {
    const { headers } = await applicant.request('GET', '/cases', { headers: { origin: 'https://ailleurs.example' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the log', () => {
  it('says who was refused, and by which rule', async () => {
    const said: unknown[] = [];
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void said.push(line));
    const { status } = await applicant.get('/accesses');
    warn.mockRestore();
    expect(status).toBe(403);
    expect(said).toEqual([expect.objectContaining({ code: 'forbidden', personId: personId('Camille Exemple') })]);
  });
});
