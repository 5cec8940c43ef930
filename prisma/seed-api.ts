import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { signInByProvider } from './provider-sign-in.js';
import { FollowingClient } from './redirects.js';

type Headers = Readonly<Record<string, string>>;

/** A demonstration person who uses the application's own API. */
export class ApiPerson {
  private constructor(
    private readonly baseUrl: string,
    private readonly cookie: string,
  ) {}

  /** By the demonstration's identity provider, with a second factor: whoever plays a case may have to decide. */
  static async signIn(baseUrl: string, email: string): Promise<ApiPerson> {
    const client = new FollowingClient();
    await signInByProvider(client, baseUrl, { email, strong: true });
    return new ApiPerson(baseUrl, client.cookies(baseUrl));
  }

  async get<T>(path: string): Promise<T> {
    return (await (await call(this.baseUrl, 'GET', path, { cookie: this.cookie })).json()) as T;
  }

  /** An act of its own: a new idempotency key. */
  async send<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> {
    const headers = { cookie: this.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const response = await call(this.baseUrl, method, path, headers, JSON.stringify(body));
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** Sends a file onto a draft or a case; returns its id. */
  async upload(place: Readonly<Record<string, string>>, filename: string, content: string): Promise<string> {
    const form = new FormData();
    for (const [name, value] of Object.entries(place)) form.set(name, value);
    form.set('file', new Blob([content], { type: 'application/pdf' }), filename);
    const response = await call(this.baseUrl, 'POST', '/documents', { cookie: this.cookie }, form);
    return ((await response.json()) as { id: string }).id;
  }
}

async function call(baseUrl: string, method: string, path: string, headers: Headers, body?: string | FormData): Promise<Response> {
  const response = await fetch(`${baseUrl}/api${path}`, {
    method,
    headers: { 'x-jalon': '1', ...headers },
    ...(body !== undefined && { body }),
  });
  if (response.status === 429) {
    // Many acts at once from one address: the server says when it takes more.
    await setTimeout(Number(response.headers.get('retry-after') ?? 1) * 1_000);
    return call(baseUrl, method, path, headers, body);
  }
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}
