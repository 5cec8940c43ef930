// What the data folder remembers from one start to the next: ports and secrets.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inData } from './places.mjs';
import { freePort, isFree } from './ports.mjs';
import { StepFailure } from './steps.mjs';

/** Tried first on a new data folder, so that most people see the same addresses. */
const usualPorts = { web: 8400, worker: 8401, temporal: 8402, temporalUi: 8403, postgres: 8404, identity: 8405 };

/**
 * The port of each server, free now, the same as last time wherever possible.
 * @param {number} [wishedWeb] a port that the person asked for: taken as it is, or refused
 * @returns {Promise<typeof usualPorts>}
 */
export async function choosePorts(wishedWeb) {
  const file = inData('ports.json');
  const remembered = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (wishedWeb !== undefined && !(await isFree(wishedWeb))) {
    throw new StepFailure(`Le port ${wishedWeb} est occupé.`, { advice: 'Choisissez-en un autre par --port, ou laissez Jalon choisir.' });
  }
  const ports = {};
  for (const name of Object.keys(usualPorts)) {
    const wished = (name === 'web' && wishedWeb) || remembered[name] || usualPorts[name];
    const free = !Object.values(ports).includes(wished) && (await isFree(wished));
    ports[name] = free ? wished : await freePort();
    if (!free && remembered[name] === wished)
      console.log(`! Le port ${wished} (${name}) est pris par un autre programme : ce sera ${ports[name]}.`);
  }
  writeFileSync(file, JSON.stringify(ports, null, 2));
  return ports;
}

/**
 * Passwords and keys, each made once, readable by their owner alone. Losing them makes the stored histories unreadable.
 * @returns {{ postgres: { superuser: string, owner: string, app: string }, codecKeys: object, proofKey: string, oidcClientSecret: string, identityProviderKey: string }}
 */
export function secrets() {
  const file = inData('secrets.json');
  const remembered = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const key = () => randomBytes(32).toString('base64');
  const password = () => randomBytes(18).toString('base64url');
  const kept = {
    postgres: { superuser: password(), owner: password(), app: password() },
    codecKeys: { current: 'k1', keys: { k1: key() } },
    proofKey: newProofKey(),
    oidcClientSecret: key(),
    identityProviderKey: newIdentityProviderKey(),
    // A data folder of an earlier version lacks the newest ones.
    ...remembered,
  };
  writeFileSync(file, JSON.stringify(kept, null, 2), { mode: 0o600 });
  return kept;
}

/** An Ed25519 private key, PKCS8 in base64: what JALON_PROOF_KEY takes. */
export const newProofKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/** A P-256 private key, PKCS8 in base64: what IDENTITY_PROVIDER_KEY takes. */
export const newIdentityProviderKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/**
 * What the back office and the demonstration's own provider are told of each other.
 * @param {{ port: number, clientSecret: string, key: string }} options
 */
export const identitySettings = ({ port, clientSecret, key }) => ({
  JALON_OIDC_ISSUER: `http://127.0.0.1:${port}`,
  JALON_OIDC_CLIENT_ID: 'jalon',
  JALON_OIDC_CLIENT_SECRET: clientSecret,
  JALON_OIDC_ID_TOKEN_ALG: 'ES256',
  JALON_OIDC_USERINFO_ALG: 'ES256',
  JALON_OIDC_TRUST_EMAIL: '1',
  IDENTITY_PROVIDER_KEY: key,
});
