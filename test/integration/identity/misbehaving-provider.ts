import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closed, listening, oidcSettings, type RunningProvider } from './provider-server.js';

type Claims = Readonly<Record<string, unknown>>;

/** What this provider does otherwise than it should; left out, it behaves. */
export interface Faults {
  /** Changes the claims of the id_token. */
  readonly idToken?: (claims: Claims) => Claims;
  /** Signs nothing and says so. */
  readonly idTokenAlg?: 'none';
  /** Signs by a key that it does not publish. */
  readonly foreignKey?: boolean;
  readonly noIdToken?: boolean;
  readonly userinfo?: (claims: Claims) => Claims;
  readonly userinfoAs?: 'json' | 'unsigned' | 'foreign';
  /** The token endpoint knows the code no more. */
  readonly expiredCode?: boolean;
  /** Says that it is somebody else. */
  readonly issuer?: string;
}

export interface MisbehavingProvider extends RunningProvider {
  faults: Faults;
  /** What the next id_token answers to. */
  nonce: string;
  /** How often a code was redeemed. */
  redeemed: number;
}

const subject = 'somebody';
export const somebody = 'camille.exemple@exemple.gouv.invalid';
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A provider that answers whatever a test wants, to any code; `agreed` replaces what the back office is told of it. */
export async function startMisbehavingProvider(agreed: Readonly<Record<string, string>> = {}): Promise<MisbehavingProvider> {
  const [own, foreign] = [pair(), pair()];
  const server = createServer();
  const issuer = await listening(server);
  const provider: MisbehavingProvider = {
    faults: {},
    nonce: '',
    redeemed: 0,
    settings: { ...oidcSettings(issuer), ...agreed },
    stop: () => closed(server),
  };

  const idToken = () => {
    const now = Math.floor(Date.now() / 1_000);
    const claims: Claims = { iss: issuer, sub: subject, aud: 'jalon', iat: now, exp: now + 60, nonce: provider.nonce, acr: 'eidas2' };
    const { idToken: change = (same: Claims) => same, idTokenAlg = 'ES256', foreignKey } = provider.faults;
    return jwt(change(claims), idTokenAlg, (foreignKey ? foreign : own).privateKey);
  };
  const userinfo = (response: ServerResponse) => {
    const { userinfo: change = (same: Claims) => same, userinfoAs } = provider.faults;
    const claims = change({ iss: issuer, aud: 'jalon', sub: subject, email: somebody, given_name: 'Camille', usual_name: 'Exemple' });
    if (userinfoAs === 'json') return json(response, claims);
    const text = jwt(claims, userinfoAs === 'unsigned' ? 'none' : 'ES256', (userinfoAs === 'foreign' ? foreign : own).privateKey);
    response.setHeader('content-type', 'application/jwt').end(text);
  };

  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/.well-known/openid-configuration': (response) => json(response, metadata(provider.faults.issuer ?? issuer, issuer)),
    '/jwks': (response) => json(response, { keys: [{ ...own.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] }),
    '/token': (response) => {
      provider.redeemed += 1;
      if (provider.faults.expiredCode) return json(response, { error: 'invalid_grant' }, 400);
      const tokens = { access_token: 'an access token', token_type: 'Bearer', expires_in: 60 };
      json(response, provider.faults.noIdToken ? tokens : { ...tokens, id_token: idToken() });
    },
    '/userinfo': userinfo,
  };
  server.on('request', ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    const answer = answers[url.split('?', 1)[0] ?? ''];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  return provider;
}

const metadata = (issuer: string, at: string) => ({
  issuer,
  authorization_endpoint: `${at}/auth`,
  token_endpoint: `${at}/token`,
  userinfo_endpoint: `${at}/userinfo`,
  jwks_uri: `${at}/jwks`,
  end_session_endpoint: `${at}/end`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256', 'none'],
  userinfo_signing_alg_values_supported: ['ES256', 'none'],
  authorization_response_iss_parameter_supported: true,
});

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function jwt(claims: Claims, alg: 'ES256' | 'none', key: KeyObject): string {
  const signed = [{ alg, typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  if (alg === 'none') return `${signed}.`;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
