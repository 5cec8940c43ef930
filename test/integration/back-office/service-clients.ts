import { randomUUID } from 'node:crypto';
import type { Answer, BackOffice } from './back-office.js';

export interface TokenAnswer {
  access_token: string;
  token_type: string;
  expires_in: number;
  scope: string;
  error?: string;
}

export interface AccountBody {
  id: string;
  state: string;
  usedToday: number;
  secrets: { id: string; hint: string; endsAt?: string }[];
  webhooks: { id: string; pending: number; delivered: number; dead: number; suspendedAt?: string; suspendedWhy?: string }[];
  changes: { what: string; by?: { name: string }; detail?: string }[];
  mayAgree: boolean;
}

/** What an administrator asks for, with what matters to the test in its place. */
export async function accountInput({ prisma }: BackOffice, given: object = {}) {
  const owner = await prisma.person.findFirstOrThrow({ where: { name: 'Ariel Pilote' } });
  const first = { name: 'Entrepôt de données', purpose: 'Tableau de bord du ministère, chaque nuit.', ownerId: owner.id };
  return { ...first, procedure: 'ftap', scopes: ['cases:read'], perMinute: 1_000, perDay: 100_000, ...given };
}

/** An account that was asked for, and agreed to, with its first secret. */
export async function openAccount(office: BackOffice, given: object = {}): Promise<{ id: string; secret: string }> {
  const admin = await office.as('Nour Système');
  const manager = await office.as('Ariel Pilote');
  const { body } = await admin.post<AccountBody>('/service-accounts', await accountInput(office, given));
  const agreed = await manager.post<AccountBody>(`/service-accounts/${body.id}/agreement`);
  if (agreed.status !== 200) throw new Error(`Not agreed: ${JSON.stringify(agreed.body)}`);
  const { body: credentials } = await admin.post<{ secret: string }>(`/service-accounts/${body.id}/secrets`, { overlapDays: 0 });
  return { id: body.id, secret: credentials.secret };
}

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

/** Asks for an access token as a library of OAuth does. */
export async function askToken({ app }: BackOffice, id: string, secret: string, form: Readonly<Record<string, string>> = {}) {
  const response = await app.inject({
    method: 'POST',
    url: '/api/oauth/token',
    headers: { authorization: basic(id, secret), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
  });
  return { status: response.statusCode, body: response.json<TokenAnswer>(), headers: response.headers };
}

export type Caller = Awaited<ReturnType<typeof callerOf>>;

/** Another system with an access token. */
export async function callerOf(office: BackOffice, { id, secret }: { id: string; secret: string }, scope?: string) {
  const { body } = await askToken(office, id, secret, scope === undefined ? {} : { scope });
  return {
    token: body.access_token,
    async request<T = unknown>(method: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
      const response = await office.app.inject({
        method: method as 'GET',
        url: `/api${url}`,
        headers: { authorization: `Bearer ${body.access_token}`, 'idempotency-key': randomUUID(), ...headers },
        ...(method !== 'GET' && { payload: {} }),
      });
      const isJson = String(response.headers['content-type']).includes('json');
      return { status: response.statusCode, body: isJson ? response.json<T>() : (response.body as T), headers: response.headers };
    },
  };
}
