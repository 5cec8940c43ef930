import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../../apps/back-office/application.js';
import { PrismaService } from '../../../apps/back-office/database/prisma.service.js';
import { type Environment, readEnvironment } from '../../../apps/back-office/environment.js';
import { SessionStore } from '../../../apps/back-office/session/session-store.js';
import { seedCalls } from '../../../prisma/seed-calls.js';
import { seedPeople } from '../../../prisma/seed-people.js';
import { newKey } from '../../builders/proof-packs.js';
import { oidcSettings } from '../identity/provider-server.js';
import { createTestDatabase, type TestDatabase } from '../../setup/database.js';
import { testCodecKeys } from '../../builders/codec-keys.js';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface RequestParts {
  readonly payload?: string | Buffer | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A person at their browser: keeps the session's cookie and sends the headers that the web application sends. */
export class Browser {
  constructor(
    private readonly app: NestFastifyApplication,
    private cookie = '',
  ) {}

  /** Somebody else who has got hold of the cookie. */
  copy(): Browser {
    return new Browser(this.app, this.cookie);
  }

  async request<T = unknown>(method: string, url: string, parts?: RequestParts): Promise<Answer<T>> {
    const response = await this.send(method, url, parts);
    const body = response.headers['content-type']?.toString().includes('json') ? response.json<T>() : (response.body as T);
    return { status: response.statusCode, body, headers: response.headers };
  }

  private async send(method: string, url: string, { payload, headers = {} }: RequestParts = {}) {
    const response = await this.app.inject({
      method: method as 'GET',
      url: `/api${url}`,
      headers: { 'x-jalon': '1', ...(this.cookie && { cookie: this.cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    const set = response.headers['set-cookie'];
    if (typeof set === 'string') this.cookie = set.split(';', 1)[0] ?? '';
    return response;
  }

  get<T = unknown>(url: string) {
    return this.request<T>('GET', url);
  }

  /** A file, as its bytes. */
  download(url: string) {
    return this.bytes('GET', url);
  }

  /** Whatever comes back, as its bytes. */
  async bytes(method: string, url: string, payload?: object) {
    const { statusCode, headers, rawPayload } = await this.send(method, url, payload && { payload });
    return { status: statusCode, headers, bytes: rawPayload };
  }

  /** An act, with a fresh idempotency key unless one is given. */
  post<T = unknown>(url: string, payload: object = {}, key: string = randomUUID()) {
    return this.request<T>('POST', url, { payload, headers: { 'idempotency-key': key } });
  }

  put<T = unknown>(url: string, payload: object) {
    return this.request<T>('PUT', url, { payload });
  }

  delete<T = unknown>(url: string) {
    return this.request<T>('DELETE', url);
  }

  /** Sends one file onto a draft or a case. */
  upload<T = { id: string }>(place: Readonly<Record<string, string>>, filename: string, content: Buffer | string) {
    const boundary = 'jalon-test-boundary';
    const part = (disposition: string, value: Buffer | string) =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
        Buffer.from(value),
        Buffer.from('\r\n'),
      ]);
    const payload = Buffer.concat([
      ...Object.entries(place).map(([name, value]) => part(`name="${name}"`, value)),
      part(`name="file"; filename="${filename}"`, content),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    return this.request<T>('POST', '/documents', { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  }
}

export interface BackOffice {
  readonly app: NestFastifyApplication;
  readonly prisma: PrismaService;
  readonly environment: Environment;
  readonly database: TestDatabase;
  /** The demonstration person of this name, signed in: strongly unless another level is named. */
  as(name: string, acr?: string): Promise<Browser>;
  anonymous(): Browser;
  stop(): Promise<void>;
}

/** The back office on a database of its own, with the demonstration people and calls. */
export async function startBackOffice(settings: NodeJS.ProcessEnv = {}): Promise<BackOffice> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'jalon-test-files-'));
  const environment = readEnvironment({
    DATABASE_URL: database.appUrl,
    JALON_FILES: folder,
    JALON_CODEC_KEYS: testCodecKeys,
    JALON_PROOF_KEY: newKey(),
    JALON_DEMONSTRATION: '1',
    JALON_LOG_LEVEL: 'silent',
    JALON_RATE_LIMIT: '100000',
    JALON_SESSION_RATE_LIMIT: '100000',
    // Nobody is there: who needs a provider names one.
    ...oidcSettings('http://127.0.0.1:9'),
    ...settings,
  });
  const app = await createApplication(environment);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const prisma = app.get(PrismaService);
  await seedPeople(prisma);
  await seedCalls(prisma);
  return {
    app,
    prisma,
    environment,
    database,
    anonymous: () => new Browser(app),
    async as(name, acr = 'eidas2') {
      const { id } = await prisma.person.findFirstOrThrow({ where: { name } });
      return new Browser(app, `jalon=${await app.get(SessionStore).begin({ personId: id, acr })}`);
    },
    async stop() {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

