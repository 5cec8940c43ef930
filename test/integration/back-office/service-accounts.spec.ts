import type { Browser } from './back-office.js';
import type { Problem } from './cast.js';
import { runningOffice } from './running.js';
import { type AccountBody, accountInput, askToken, callerOf, openAccount } from './service-clients.js';

const office = runningOffice();
const people = {} as Record<'admin' | 'manager' | 'elsewhere' | 'auditor', Browser>;

beforeAll(async () => {
  people.admin = await office.as('Nour Système');
  people.manager = await office.as('Ariel Pilote');
  people.elsewhere = await office.as('Maxence Parcours');
  people.auditor = await office.as('Mahé Contrôle');
});

const create = async (given: object = {}) =>
  people.admin.post<AccountBody & Problem>('/service-accounts', await accountInput(office, given));
const secretOf = async (id: string, overlapDays = 0) =>
  (await people.admin.post<{ secret: string }>(`/service-accounts/${id}/secrets`, { overlapDays })).body.secret;

describe('a service account', () => {
  it('opens nothing before somebody who answers for what it reads has agreed', async () => {
    const { body } = await create({ procedure: 'ftap' });
    const secret = await secretOf(body.id);
    expect(await askToken(office, body.id, secret)).toMatchObject({ status: 400, body: { error: 'unauthorized_client' } });
    expect((await people.admin.post<Problem>(`/service-accounts/${body.id}/agreement`)).status).toBe(403);
    expect((await people.elsewhere.post<Problem>(`/service-accounts/${body.id}/agreement`)).status).toBe(404);
    expect((await people.manager.post<AccountBody>(`/service-accounts/${body.id}/agreement`)).body.state).toBe('open');
    expect((await people.manager.post<Problem>(`/service-accounts/${body.id}/agreement`)).body.type).toContain('accountAgreed');
    expect(await askToken(office, body.id, secret)).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 600, scope: 'cases:read' },
      headers: { 'cache-control': 'private, no-store' },
    });
  });

  it('is agreed to by nobody who answers for a part of what it reads only', async () => {
    const all = await create({ procedure: undefined });
    expect((await people.elsewhere.post<Problem>(`/service-accounts/${all.body.id}/agreement`)).body.type).toContain('agreementOwn');
  });

  it('wants another agreement when it is to reach more, and none for its limits', async () => {
    const account = await openAccount(office, { procedure: 'ftap' });
    const caller = await callerOf(office, account);
    const limits = await accountInput(office, { procedure: 'ftap', perDay: 5 });
    expect((await people.admin.put<AccountBody>(`/service-accounts/${account.id}`, limits)).body.state).toBe('open');
    const wider = await accountInput(office, { procedure: 'ftap', scopes: ['cases:read', 'figures:read'] });
    expect((await people.admin.put<AccountBody>(`/service-accounts/${account.id}`, wider)).body.state).toBe('waiting');
    expect((await caller.request('GET', '/cases')).status).toBe(401);
    expect((await askToken(office, account.id, account.secret)).body.error).toBe('unauthorized_client');
  });

  it('is asked for once, whatever the number of clicks', async () => {
    const key = '00000000-0000-4000-8000-0000000000c1';
    const input = await accountInput(office);
    const first = await people.admin.post<AccountBody>('/service-accounts', input, key);
    const second = await people.admin.post<AccountBody>('/service-accounts', input, key);
    expect([first.body.id, second.body.id, second.body.changes.length]).toEqual([key, key, 1]);
  });

  it('changes its secret with an overlap, and loses it at once', async () => {
    const account = await openAccount(office);
    const second = await secretOf(account.id, 7);
    expect((await askToken(office, account.id, account.secret)).status).toBe(200);
    expect((await askToken(office, account.id, second)).status).toBe(200);
    const { body } = await people.admin.get<AccountBody>(`/service-accounts/${account.id}`);
    expect(body.secrets.map(({ hint, endsAt }) => [hint, endsAt === undefined])).toEqual([
      [second.slice(-4), true],
      [account.secret.slice(-4), false],
    ]);
    // Never three: the oldest ends when another comes.
    const third = await secretOf(account.id, 7);
    expect((await askToken(office, account.id, account.secret)).status).toBe(401);
    expect((await askToken(office, account.id, second)).status).toBe(200);
    const caller = await callerOf(office, { id: account.id, secret: third });
    const { body: now } = await people.admin.get<AccountBody>(`/service-accounts/${account.id}`);
    expect((await people.admin.delete(`/service-accounts/${account.id}/secrets/${now.secrets[0]!.id}`)).status).toBe(204);
    expect((await askToken(office, account.id, third)).status).toBe(401);
    expect((await caller.request('GET', '/cases')).status).toBe(401);
  });

  it('is kept as a digest of its secret alone, and is neither deleted nor forgotten', async () => {
    const { id, secret } = await openAccount(office);
    const rows = JSON.stringify([
      await office.prisma.serviceSecret.findMany(),
      (await office.prisma.serviceChange.findMany()).map(({ id: number, ...change }) => ({ number: Number(number), ...change })),
    ]);
    expect(rows).not.toContain(secret.slice(4));
    await expect(office.prisma.serviceAccount.delete({ where: { id } })).rejects.toThrow();
    await expect(office.prisma.serviceChange.deleteMany({ where: { accountId: id } })).rejects.toThrow();
    const { body } = await people.auditor.get<AccountBody>(`/service-accounts/${id}`);
    expect(body.changes.map(({ what, by }) => [what, by?.name])).toEqual([
      ['Secret créé', 'Nour Système'],
      ['Accord donné', 'Ariel Pilote'],
      ['Compte demandé', 'Nour Système'],
    ]);
  });

  it('ends at once, with its tokens, for good', async () => {
    const account = await openAccount(office);
    const caller = await callerOf(office, account);
    expect((await caller.request('GET', '/cases')).status).toBe(200);
    expect((await people.admin.delete(`/service-accounts/${account.id}`)).status).toBe(204);
    expect(await caller.request('GET', '/cases')).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="jalon", error="invalid_token"' },
    });
    expect((await askToken(office, account.id, account.secret)).status).toBe(401);
    expect((await people.admin.post<Problem>(`/service-accounts/${account.id}/secrets`, { overlapDays: 0 })).body.type).toContain(
      'accountEnded',
    );
  });

  it('is managed by strong means, by administrators, for people and calls that exist', async () => {
    const weak = await office.as('Nour Système', 'eidas1');
    expect((await weak.post<Problem>('/service-accounts', await accountInput(office))).body.type).toContain('strongSignInNeeded');
    for (const who of [people.manager, people.auditor])
      expect((await who.post('/service-accounts', await accountInput(office))).status).toBe(403);
    const unknown = '00000000-0000-4000-8000-00000000000f';
    expect((await create({ ownerId: unknown })).body.fields).toHaveProperty('ownerId');
    expect((await create({ callId: unknown })).body.fields).toHaveProperty('callId');
    expect((await create({ scopes: ['cases:write'] })).body.fields).toHaveProperty('scopes');
    const { body: ftap } = await create({ procedure: 'ftap' });
    expect((await people.elsewhere.get(`/service-accounts/${ftap.id}`)).status).toBe(404);
    expect((await people.elsewhere.get<{ id: string }[]>('/service-accounts')).body.map(({ id }) => id)).not.toContain(ftap.id);
  });
});

describe('the token endpoint', () => {
  it('refuses in the words of RFC 6749', async () => {
    const { id, secret } = await openAccount(office);
    expect(await askToken(office, id, 'wrong')).toMatchObject({
      status: 401,
      body: { error: 'invalid_client', type: 'urn:jalon:problem:clientUnknown' },
      headers: { 'www-authenticate': 'Basic realm="jalon"', 'content-type': 'application/json; charset=utf-8' },
    });
    expect((await askToken(office, '00000000-0000-4000-8000-00000000000f', secret)).body.error).toBe('invalid_client');
    expect((await askToken(office, "' OR 1=1", secret)).body.error).toBe('invalid_client');
    expect((await askToken(office, id, secret, { grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
    expect((await askToken(office, id, secret, { scope: 'figures:read' })).body.error).toBe('invalid_scope');
    expect(await askToken(office, id, secret, { scope: 'cases:read', audience: 'unknown parameters are passed over' })).toMatchObject({
      status: 200,
      body: { scope: 'cases:read' },
    });
  });
});
