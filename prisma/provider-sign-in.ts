import { FollowingClient } from './redirects.js';

/** How a persona signs in: which account, and whether with a second factor. */
export interface PersonaSignIn {
  readonly email: string;
  readonly strong: boolean;
  /** Where to come back to. */
  readonly returnTo?: string;
}

/**
 * Signs in as people do: from the application to the demonstration's provider, where an account is chosen, and back. A client that is known
 * there already is not asked again.
 */
export async function signInByProvider(client: FollowingClient, baseUrl: string, { email, strong, returnTo }: PersonaSignIn) {
  const begin = new URL('/api/session/sign-in', baseUrl);
  if (returnTo !== undefined) begin.searchParams.set('returnTo', returnTo);
  if (strong) begin.searchParams.set('strong', '1');
  const arrived = await client.request('GET', begin.href);
  if (arrived.url.host === begin.host) return arrived;
  await arrived.response.text();
  const form = new URLSearchParams({ account: email, ...(strong && { strong: '1' }) });
  return client.request('POST', arrived.url.href, form);
}
