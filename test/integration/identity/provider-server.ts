import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountsOf } from '../../../apps/identity-provider/accounts.js';
import { createProvider } from '../../../apps/identity-provider/provider.js';

export interface RunningProvider {
  /** What the back office is told to use it. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const clientSecret = 'a secret of thirty-two characters';

/** The demonstration's own provider, on a free port, for the back office at this address. */
export async function startProvider(baseUrl: string): Promise<RunningProvider> {
  const server = createServer();
  const issuer = await listening(server);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = createProvider(
    {
      JALON_OIDC_ISSUER: issuer,
      JALON_OIDC_CLIENT_ID: 'jalon',
      JALON_OIDC_CLIENT_SECRET: clientSecret,
      JALON_BASE_URL: baseUrl,
      IDENTITY_PROVIDER_KEY: privateKey.export({ format: 'jwk' }),
    },
    accountsOf(baseUrl),
  );
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return { settings: oidcSettings(issuer), stop: () => closed(server) };
}

/** The settings by which the back office finds a provider as the demonstration's own. */
export const oidcSettings = (issuer: string): Readonly<Record<string, string>> => ({
  JALON_OIDC_ISSUER: issuer,
  JALON_OIDC_CLIENT_ID: 'jalon',
  JALON_OIDC_CLIENT_SECRET: clientSecret,
  JALON_OIDC_ID_TOKEN_ALG: 'ES256',
  JALON_OIDC_USERINFO_ALG: 'ES256',
  JALON_OIDC_TRUST_EMAIL: '1',
});

/** Listens on a free port of this machine; returns its address. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

export const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** An address of this machine that nobody listens on yet. */
export async function freeAddress(): Promise<string> {
  const server = createServer();
  const address = await listening(server);
  await closed(server);
  return address;
}
