import { personId } from '../../../prisma/seed-people.js';
import { signInByProvider } from '../../../prisma/provider-sign-in.js';
import { FollowingClient } from '../../../prisma/redirects.js';
import { type RunningProvider, startProvider } from './provider-server.js';
import { type ListeningOffice, startListeningOffice } from './signed-in-office.js';

let office: ListeningOffice;
let provider: RunningProvider;
beforeAll(async () => {
  ({ office, provider } = await startListeningOffice(startProvider));
});
afterAll(async () => {
  await office.stop();
  await provider.stop();
});
afterEach(async () => {
  await office.prisma.session.deleteMany();
});

const camille = { email: 'camille.exemple@exemple.gouv.invalid', strong: false };
const gael = { email: 'gael.temoin@exemple.gouv.invalid', strong: true };

interface Session {
  person: { name: string };
  strong: boolean;
}

async function sessionOf(client: FollowingClient): Promise<Session | undefined> {
  const response = await client.send(new URL('/api/session', office.baseUrl), 'GET');
  return response.ok ? ((await response.json()) as Session) : undefined;
}

async function signOut(client: FollowingClient): Promise<string | undefined> {
  const response = await fetch(`${office.baseUrl}/api/session`, {
    method: 'DELETE',
    headers: { 'x-jalon': '1', cookie: client.cookies(office.baseUrl) },
  });
  return ((await response.json()) as { next?: string }).next;
}

describe('signing in by the provider', () => {
  it('goes there and comes back to the page that was wanted', async () => {
    const client = new FollowingClient();
    const { url } = await signInByProvider(client, office.baseUrl, { ...camille, returnTo: '/taches?vue=mine' });
    expect(url.href).toBe(`${office.baseUrl}/taches?vue=mine`);
    expect(await sessionOf(client)).toMatchObject({ person: { name: 'Camille Exemple' }, strong: false });
  });

  it('sends what ProConnect asks for, and nothing else', async () => {
    const response = await new FollowingClient().send(new URL('/api/session/sign-in', office.baseUrl), 'GET');
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    expect(Object.keys(Object.fromEntries(searchParams)).sort()).toEqual(
      ['claims', 'client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].sort(),
    );
    expect(searchParams.get('state')?.length).toBeGreaterThanOrEqual(32);
    expect(searchParams.get('nonce')?.length).toBeGreaterThanOrEqual(32);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('gives the identity to the person of that address once, and knows it by issuer and subject from then on', async () => {
    await signInByProvider(new FollowingClient(), office.baseUrl, camille);
    const [identity] = await office.prisma.identity.findMany({ where: { personId: personId('Camille Exemple') } });
    expect(identity).toMatchObject({ issuer: provider.settings.JALON_OIDC_ISSUER, name: 'Camille Exemple' });
    expect(await office.prisma.identityMove.findMany({ where: { identityId: identity!.id } })).toMatchObject([
      { intoPerson: personId('Camille Exemple'), proposedBy: null, verdict: 'accepted' },
    ]);
    await signInByProvider(new FollowingClient(), office.baseUrl, camille);
    expect(await office.prisma.identityMove.count({ where: { identityId: identity!.id } })).toBe(1);
  });

  it('keeps the level of the sign-in, and raises it on demand under a new token', async () => {
    const client = new FollowingClient();
    await signInByProvider(client, office.baseUrl, { ...gael, strong: false });
    const before = client.cookies(office.baseUrl);
    expect(await sessionOf(client)).toMatchObject({ strong: false });
    await signInByProvider(client, office.baseUrl, { ...gael, returnTo: '/taches' });
    expect(await sessionOf(client)).toMatchObject({ strong: true });
    expect(client.cookies(office.baseUrl)).not.toBe(before);
    const old = await fetch(`${office.baseUrl}/api/session`, { headers: { cookie: before } });
    expect(old.status).toBe(401);
    expect(await office.prisma.session.findMany({ where: { endedAt: null } })).toMatchObject([{ acr: 'eidas2', amr: ['pwd', 'mfa'] }]);
  });

  it('keeps the token of the provider unreadable', async () => {
    await signInByProvider(new FollowingClient(), office.baseUrl, camille);
    const [session] = await office.prisma.session.findMany();
    // A JWT begins with its header, `{"` in base64url.
    expect(Buffer.from(session!.idToken!).toString('latin1')).not.toContain('eyJ');
  });

  it('does not sign anybody in whom Jalon does not know, and lets them out of the provider', async () => {
    const client = new FollowingClient();
    const hidden = await office.prisma.person.update({
      where: { id: personId('Alix Fictif') },
      data: { identities: { create: { id: personId('an identity of Alix'), issuer: 'https://ailleurs', subject: 'x' } } },
    });
    const { url } = await signInByProvider(client, office.baseUrl, { email: hidden.email, strong: false });
    expect(url.pathname).toBe('/connexion/inconnu');
    expect(await sessionOf(client)).toBeUndefined();
    expect(await office.prisma.identity.findFirst({ where: { personId: null } })).toMatchObject({ email: hidden.email });
    const next = new URL((await signOut(client)) ?? '');
    expect(next.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
  });
});

describe('signing out', () => {
  it('ends both sessions, and comes back to the sign-in page', async () => {
    const client = new FollowingClient();
    await signInByProvider(client, office.baseUrl, camille);
    const next = await signOut(client);
    expect(await sessionOf(client)).toBeUndefined();
    const { url, response } = await client.request('GET', next ?? '');
    const [, action = '', xsrf = ''] = /action="([^"]+)".*?value="([^"]+)"/s.exec(await response.text()) ?? [];
    const left = await client.request('POST', new URL(action, url).href, new URLSearchParams({ xsrf, logout: 'yes' }));
    expect(left.url.origin + left.url.pathname).toBe(`${office.baseUrl}/connexion`);
    // The provider asks again who it is.
    const again = await client.request('GET', `${office.baseUrl}/api/session/sign-in`);
    expect(again.url.href).toContain('/connexion/');
    expect(await again.response.text()).toContain('Choisir un compte');
  });
});

describe('an answer that counts once', () => {
  /** Signs in up to the moment when the browser is sent back. */
  async function sentBack(client: FollowingClient): Promise<URL> {
    const arrived = await client.request('GET', `${office.baseUrl}/api/session/sign-in`);
    const form = new URLSearchParams({ account: camille.email });
    let url = arrived.url;
    let response = await client.send(url, 'POST', form);
    while (!url.pathname.startsWith('/api/session/callback')) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (!url.pathname.startsWith('/api/session/callback')) response = await client.send(url, 'GET');
    }
    return url;
  }
  const pageAfter = async (client: FollowingClient, url: URL) => (await client.send(url, 'GET')).headers.get('location');

  it('is not taken twice, not even with the cookie of the attempt', async () => {
    const client = new FollowingClient();
    const url = await sentBack(client);
    const cookie = client.cookies(office.baseUrl);
    expect(await pageAfter(client, url)).toBe('/');
    const again = await fetch(url, { redirect: 'manual', headers: { cookie } });
    expect(again.headers.get('location')).toBe('/connexion?probleme=echec');
  });

  it('is not taken in another browser', async () => {
    const url = await sentBack(new FollowingClient());
    expect(await pageAfter(new FollowingClient(), url)).toBe('/connexion?probleme=echec');
  });

  it('is not taken when it comes too late', async () => {
    const client = new FollowingClient();
    const url = await sentBack(client);
    await office.prisma.signInAttempt.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await pageAfter(client, url)).toBe('/connexion?probleme=echec');
  });

  it.each(['https://ailleurs.example/', '//ailleurs.example', '/\\ailleurs.example', '/api/session/callback'])(
    'does not lead to %s',
    async (returnTo) => {
      const { url } = await signInByProvider(new FollowingClient(), office.baseUrl, { ...camille, returnTo });
      expect(url.href).toBe(`${office.baseUrl}/`);
    },
  );
});
