import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';
import { problemOf } from './problem.js';
import { sessionEvents } from './session-events.js';

export type Schemas = components['schemas'];

/** Every mutation carries it: a form on another site cannot. */
export const ownRequest = { 'X-Jalon': '1' };

export const api = createClient<paths>({ baseUrl: '/', headers: ownRequest });

api.use({
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== '/api/session') sessionEvents.expired();
    if (response.status !== 401) sessionEvents.used();
  },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer; throws the Problem of one that was refused. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await request;
  if (!response.ok) throw problemOf(error, response.status);
  return data as T;
}

/** Header of an act that must happen once, whatever the network does. */
export const idempotent = (key: string) => ({ header: { 'Idempotency-Key': key } });
