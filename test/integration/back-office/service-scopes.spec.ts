import { randomUUID } from 'node:crypto';
import { DeclaredRights } from '../../../apps/back-office/permissions/declared-rights.js';
import { scopeNames } from '../../../apps/back-office/service-accounts/scopes.js';
import { closedCallId, openCallId } from '../../../prisma/seed-calls.js';
import { journals } from '../../builders/journals.js';
import type { Problem } from './cast.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';
import { type Caller, callerOf, openAccount } from './service-clients.js';

const office = runningOffice();
const grants: string[] = [];
let foreign: string[];
let personal: string[];

beforeAll(async () => {
  const built = await journals([1, 2]);
  await committed(office, ...built);
  const all = await office.prisma.caseFile.findMany();
  grants.push(...all.filter(({ procedure }) => procedure === 'ftap').map(({ ref }) => ref));
  foreign = all.filter(({ procedure }) => procedure.startsWith('reconversion-')).map(({ ref }) => ref);
  personal = all.filter(({ procedure }) => ['directors-year', 'seated-event'].includes(procedure)).map(({ ref }) => ref);
  await office.prisma.caseFile.update({ where: { ref: grants[0]! }, data: { callId: openCallId } });
  await office.prisma.caseFile.update({ where: { ref: grants[1]! }, data: { callId: closedCallId } });
});

/** What each scope opens: nothing else is open to another system. */
const opened: Readonly<Record<(typeof scopeNames)[number], readonly string[]>> = {
  'cases:read': ['GET /api/cases', 'GET /api/cases/:ref', 'GET /api/cases/:ref/timeline'],
  'cases:events': [],
  'figures:read': ['GET /api/figures', 'GET /api/calls/:id/figures', 'GET /api/calls/:id/credits'],
};

const refsOf = async (caller: Caller, query = '?limit=100') =>
  (await caller.request<{ items: { ref: string }[] }>('GET', `/cases${query}`)).body.items.map(({ ref }) => ref).sort();

describe.each(scopeNames)('a token with the scope %s', (scope) => {
  it('opens its routes, and not one other', async () => {
    const caller = await callerOf(office, await openAccount(office, { scopes: [scope], perMinute: 6_000 }));
    const routes = office.app.get(DeclaredRights).routes();
    const found: string[] = [];
    for (const { method, path, right } of routes) {
      if (right === 'public' || right === 'client') continue;
      const url = path
        .replace('/api', '')
        .replace(':ref', grants[0]!)
        .replace(':id', path.includes('/calls/') ? openCallId : randomUUID())
        .replace(/:\w+/g, '1');
      const { status, body } = await caller.request<Problem>(method, url);
      if (status === 200) found.push(`${method} ${path}`);
      else expect(`${method} ${path} ${status} ${body.type}`).toBe(`${method} ${path} 403 urn:jalon:problem:scopeInsufficient`);
    }
    expect(found.sort()).toEqual([...opened[scope]].sort());
  }, 30_000);
});

describe('an account', () => {
  it('sees the cases of its procedure, in the list as one by one', async () => {
    const caller = await callerOf(office, await openAccount(office));
    const shown = await refsOf(caller);
    expect(shown).toEqual(expect.arrayContaining(grants));
    for (const { ref } of await office.prisma.caseFile.findMany()) {
      const statuses = [await caller.request('GET', `/cases/${ref}`), await caller.request('GET', `/cases/${ref}/timeline`)];
      const isOpen = shown.includes(ref);
      expect([ref, ...statuses.map(({ status }) => status === 200)]).toEqual([ref, isOpen, isOpen]);
    }
    for (const ref of [...foreign, ...personal]) expect(shown).not.toContain(ref);
  });

  it('sees the cases of its call alone, and the figures of no other', async () => {
    const account = await openAccount(office, { callId: openCallId, scopes: ['cases:read', 'figures:read'] });
    const caller = await callerOf(office, account);
    expect(await refsOf(caller)).toEqual([grants[0]]);
    const { body } = await caller.request<{ callId: string }[]>('GET', '/figures');
    expect(body.map(({ callId }) => callId)).toEqual([openCallId]);
    expect((await caller.request('GET', `/calls/${closedCallId}/figures`)).status).toBe(404);
    expect((await caller.request('GET', `/calls/${closedCallId}/credits`)).status).toBe(404);
  });

  it('sees no task, no seal and nobody’s year', async () => {
    const caller = await callerOf(office, await openAccount(office));
    const { body } = await caller.request<{ myTasks: unknown[]; mayExport: boolean; interventions: unknown[] }>(
      'GET',
      `/cases/${grants[0]}`,
    );
    expect(body).toMatchObject({ myTasks: [], mayExport: false, interventions: [] });
    for (const ref of personal) expect((await caller.request('GET', `/cases/${ref}`)).status).toBe(404);
  });

  it('asks for less than it has, and gets less', async () => {
    const account = await openAccount(office, { scopes: ['cases:read', 'figures:read'] });
    const caller = await callerOf(office, account, 'figures:read');
    expect(await caller.request('GET', '/cases')).toMatchObject({
      status: 403,
      headers: { 'www-authenticate': 'Bearer realm="jalon", error="insufficient_scope", scope="cases:read"' },
    });
  });

  it('leaves its name in the log of accesses', async () => {
    const account = await openAccount(office, { name: 'Système qui lit' });
    const caller = await callerOf(office, account);
    await caller.request('GET', `/cases/${grants[0]}`);
    const manager = await office.as('Ariel Pilote');
    const { body } = await manager.get<{ items: object[] }>(`/cases/${grants[0]}/accesses`);
    expect(body.items[0]).toMatchObject({
      person: { id: account.id, name: 'Système qui lit' },
      roles: ['Client d’API'],
      operation: 'getCase',
      exceptional: false,
    });
  });
});

describe('a token', () => {
  it('comes without cookie: two identities in one request are refused', async () => {
    const caller = await callerOf(office, await openAccount(office));
    const cookie = `jalon=${'a'.repeat(43)}`;
    expect(await caller.request('GET', '/cases', { cookie })).toMatchObject({
      status: 400,
      body: { type: 'urn:jalon:problem:bearerWithCookie' },
      headers: { 'www-authenticate': 'Bearer realm="jalon", error="invalid_request"' },
    });
    expect((await caller.request('GET', '/cases')).headers['set-cookie']).toBeUndefined();
  });

  it('that is none, or is over, opens nothing', async () => {
    const { id, secret } = await openAccount(office);
    const caller = await callerOf(office, { id, secret });
    for (const authorization of ['Bearer', 'Bearer x', 'Bearer a b', `Bearer ${secret}`, `bearer  ${caller.token}x`])
      expect([authorization, (await caller.request('GET', '/cases', { authorization })).status]).toEqual([authorization, 401]);
    expect((await caller.request('GET', '/cases', { authorization: `bearer ${caller.token}` })).status).toBe(200);
    await office.prisma.serviceToken.updateMany({ where: { accountId: id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await caller.request('GET', '/cases')).status).toBe(401);
  });

  it('is not what a person with the role of an API client has: the role alone reads nothing', async () => {
    const person = { id: randomUUID(), name: 'Rôle Seul', email: 'role.seul@exemple.gouv.invalid', synthetic: true };
    await office.prisma.person.create({ data: { ...person, grants: { create: { id: randomUUID(), role: 'apiClient' } } } });
    const who = await office.as(person.name);
    expect((await who.get('/cases')).status).toBe(403);
    expect((await who.get(`/cases/${grants[0]}`)).status).toBe(403);
  });
});

describe('the quota of an account', () => {
  it('is told, counted in the database, and refused with the time to wait', async () => {
    const account = await openAccount(office, { perMinute: 3, perDay: 4 });
    // The request for the token counts too.
    const caller = await callerOf(office, account);
    const first = await caller.request('GET', '/cases');
    expect(first.headers['ratelimit-policy']).toBe('"minute";q=3;w=60, "day";q=4;w=86400');
    expect(first.headers['ratelimit']).toMatch(/^"minute";r=\d;t=\d+, "day";r=2;t=\d+$/);
    const use = (change: object) => office.prisma.serviceUse.update({ where: { accountId: account.id }, data: change });
    // Of eight requests two minutes at most let three through each, should the minute turn meanwhile.
    await use({ minute: new Date(0), inDay: -100 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => caller.request<Problem>('GET', '/cases')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    for (const { body, headers } of refused) {
      expect(body.type).toBe('urn:jalon:problem:quotaExceeded');
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(headers['ratelimit']).toMatch(/^"minute";r=0;/);
    }
    const counted = await office.prisma.serviceUse.findUniqueOrThrow({ where: { accountId: account.id } });
    expect(counted.inDay).toBe(answers.length - refused.length - 100);
    await use({ minute: new Date(0), inDay: 4 });
    const over = await caller.request<Problem>('GET', '/cases');
    expect(over.status).toBe(429);
    expect(Number(over.headers['retry-after'])).toBeLessThanOrEqual(86_400);
    await use({ minute: new Date(0), day: new Date(0) });
    expect((await caller.request('GET', '/cases')).status).toBe(200);
  });

  it('is the account’s own', async () => {
    const small = await callerOf(office, await openAccount(office, { perMinute: 1 }));
    const other = await callerOf(office, await openAccount(office));
    await small.request('GET', '/cases');
    expect((await other.request('GET', '/cases')).status).toBe(200);
  });
});
