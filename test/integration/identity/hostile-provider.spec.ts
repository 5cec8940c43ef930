import { FollowingClient } from '../../../prisma/redirects.js';
import { type Faults, type MisbehavingProvider, somebody, startMisbehavingProvider } from './misbehaving-provider.js';
import { type ListeningOffice, startListeningOffice } from './signed-in-office.js';

interface Both {
  readonly office: ListeningOffice;
  readonly provider: MisbehavingProvider;
}

let both: Both;
beforeAll(async () => {
  both = await startListeningOffice(() => startMisbehavingProvider());
});
afterAll(async () => {
  await both.office.stop();
  await both.provider.stop();
});
beforeEach(() => {
  both.provider.faults = {};
});

const refused = '/connexion?probleme=echec';

interface Leaving extends Both {
  readonly client: FollowingClient;
  /** What the browser was sent to the provider with. */
  readonly asked: URLSearchParams;
}

/** A browser that is sent to the provider. */
async function leave({ office, provider }: Both = both, client = new FollowingClient(), how = ''): Promise<Leaving> {
  const response = await client.send(new URL(`/api/session/sign-in${how}`, office.baseUrl), 'GET');
  const asked = new URL(response.headers.get('location') ?? '').searchParams;
  provider.nonce = asked.get('nonce') ?? '';
  return { office, provider, client, asked };
}

/** Comes back from the provider with these words in the address; returns where the back office sends the browser. */
async function comeBack({ office, provider, client, asked }: Leaving, words: Readonly<Record<string, string>> = {}) {
  const url = new URL('/api/session/callback', office.baseUrl);
  const usual = { code: 'a code', state: asked.get('state') ?? '', iss: provider.settings.JALON_OIDC_ISSUER ?? '' };
  url.search = new URLSearchParams({ ...usual, ...words }).toString();
  return (await client.send(url, 'GET')).headers.get('location');
}

const isSignedIn = async ({ office, client }: Leaving) => (await client.send(new URL('/api/session', office.baseUrl), 'GET')).ok;

it('signs in when the provider behaves', async () => {
  const leaving = await leave();
  expect(await comeBack(leaving)).toBe('/');
  expect(await isSignedIn(leaving)).toBe(true);
});

it.each<[string, Record<string, string>]>([
  ['a forged state', { state: 'x'.repeat(43) }],
  ['no state', { state: '' }],
  ['another issuer', { iss: 'https://ailleurs.example' }],
  ['a refusal', { error: 'access_denied' }],
])('%s is refused before any code is redeemed', async (_case, words) => {
  const before = both.provider.redeemed;
  const leaving = await leave();
  expect(await comeBack(leaving, words)).toBe(refused);
  expect(await isSignedIn(leaving)).toBe(false);
  expect(both.provider.redeemed).toBe(before);
});

it.each<[string, Faults]>([
  ['a code that has expired', { expiredCode: true }],
  ['no id_token', { noIdToken: true }],
  ['an id_token without a signature (alg none)', { idTokenAlg: 'none' }],
  ['an id_token signed by another key', { foreignKey: true }],
  ['an id_token for another application', { idToken: (claims) => ({ ...claims, aud: 'another' }) }],
  ['an id_token of another issuer', { idToken: (claims) => ({ ...claims, iss: 'https://ailleurs.example' }) }],
  ['an id_token of another sign-in', { idToken: (claims) => ({ ...claims, nonce: 'x'.repeat(43) }) }],
  ['an id_token without a nonce', { idToken: ({ nonce: _, ...claims }) => claims }],
  ['an id_token that has expired', { idToken: (claims) => ({ ...claims, exp: Number(claims.iat) - 60 }) }],
  ['an id_token without a subject', { idToken: ({ sub: _, ...claims }) => claims }],
  ['userinfo of somebody else', { userinfo: (claims) => ({ ...claims, sub: 'somebody else' }) }],
  ['userinfo without a signature (alg none)', { userinfoAs: 'unsigned' }],
  ['userinfo in JSON where a signed one was agreed', { userinfoAs: 'json' }],
  ['userinfo signed by another key', { userinfoAs: 'foreign' }],
  ['userinfo for another application', { userinfo: (claims) => ({ ...claims, aud: 'another' }) }],
])('%s is refused', async (_case, faults) => {
  const leaving = await leave();
  both.provider.faults = faults;
  expect(await comeBack(leaving)).toBe(refused);
  expect(await isSignedIn(leaving)).toBe(false);
});

it('clocks that differ by a few seconds are no fault', async () => {
  const leaving = await leave();
  both.provider.faults = { idToken: (claims) => ({ ...claims, iat: Number(claims.iat) + 20, exp: Number(claims.iat) - 20 }) };
  expect(await comeBack(leaving)).toBe('/');
});

it('a sign-in by strong means that the provider does not give keeps the session that there was', async () => {
  const leaving = await leave();
  await comeBack(leaving);
  const again = await leave(both, leaving.client, '?strong=1&returnTo=/taches');
  expect(JSON.parse(again.asked.get('claims') ?? '')).toMatchObject({
    id_token: { acr: { essential: true, values: ['eidas1-mfa', 'eidas2', 'eidas3'] } },
  });
  both.provider.faults = { idToken: (claims) => ({ ...claims, acr: 'eidas1' }) };
  expect(await comeBack(again)).toBe('/connexion?probleme=faible');
  expect(await isSignedIn(leaving)).toBe(true);
});

it('userinfo in JSON is believed where that was agreed; an address is not unless the configuration says so', async () => {
  const other = await startListeningOffice(() => startMisbehavingProvider({ JALON_OIDC_USERINFO_ALG: '', JALON_OIDC_TRUST_EMAIL: '0' }));
  try {
    other.provider.faults = { userinfoAs: 'json' };
    expect(await comeBack(await leave(other))).toBe('/connexion/inconnu');
    expect(await other.office.prisma.identity.findMany()).toMatchObject([{ email: somebody, personId: null }]);
  } finally {
    await other.office.stop();
    await other.provider.stop();
  }
});

it('says so when the provider is not the one that was configured, or is not there', async () => {
  const other = await startListeningOffice(async () => {
    const started = await startMisbehavingProvider();
    started.faults = { issuer: 'https://ailleurs.example' };
    return started;
  });
  try {
    const begin = () => new FollowingClient().send(new URL('/api/session/sign-in', other.office.baseUrl), 'GET');
    expect((await begin()).headers.get('location')).toBe('/connexion?probleme=injoignable');
    await other.provider.stop();
    expect((await begin()).headers.get('location')).toBe('/connexion?probleme=injoignable');
  } finally {
    await other.office.stop();
  }
});
