import { lookup as resolve } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, whyNotAddress } from './public-address.js';

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Manners {
  /** Networks of one's own, and this machine, may be reached. */
  readonly isPrivateAllowed: boolean;
  /** How long a receiver has, from the look-up of its name to the head of its answer. */
  readonly patienceMs: number;
}

/** The status that came back; or why none did, in French. */
export type Posted = { readonly status: number } | { readonly error: string };

/**
 * Sends a message once. It goes where the name resolves to, which is checked where the connection is made: an answer of another instant
 * cannot lead it into a private network. Redirects are not followed, and the body of the answer is not read. Never throws.
 */
export function postMessage({ url, headers, body }: Message, { isPrivateAllowed, patienceMs }: Manners): Promise<Posted> {
  const why = whyNotAddress(url, isPrivateAllowed);
  if (why !== undefined) return Promise.resolve({ error: why });
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    // No connection is kept: the next message may have to go elsewhere.
    agent: false,
    signal: AbortSignal.timeout(patienceMs),
    ...(!isPrivateAllowed && { lookup: lookupPublic }),
  };
  return new Promise((done) => {
    const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, options, (response) => {
      done({ status: response.statusCode ?? 0 });
      response.on('error', () => undefined);
      response.destroy();
    });
    request.on('error', (error) => done({ error: wordsOf(error) }));
    request.end(body);
  });
}

class PrivateAddress extends Error {
  constructor() {
    super('Le nom désigne une adresse privée\u00a0: rien n’a été envoyé.');
  }
}

/** The look-up of a connection, which gives public addresses alone. */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    // One private address among public ones is enough: which of them would be tried is not ours to say.
    if (!found.every(({ address }) => isPublicAddress(address))) return callback(new PrivateAddress(), []);
    if (options.all) return callback(null, found);
    const [first] = found;
    return callback(null, first?.address ?? '', first?.family);
  });
};

function wordsOf(error: Error): string {
  if (error instanceof PrivateAddress) return error.message;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'Pas de réponse à temps.';
  const code = 'code' in error ? String(error.code) : '';
  return known[code] ?? `La connexion a échoué${code === '' ? '' : ` (${code})`}.`;
}

const known: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Ce nom n’existe pas.',
  EAI_AGAIN: 'Le nom n’a pas pu être résolu.',
  ECONNREFUSED: 'La connexion est refusée.',
  ECONNRESET: 'La connexion a été coupée.',
  CERT_HAS_EXPIRED: 'Le certificat est expiré.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Le certificat n’est pas reconnu.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Le certificat n’est pas reconnu.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Le certificat est celui d’un autre nom.',
};
