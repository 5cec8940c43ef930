import type { FastifyRequest } from 'fastify';

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a change may have been sent by a page of another site. Three signs, each enough: the header that only our own pages set is not
 * there; the browser says that the request comes from elsewhere; an older one names another origin. With `SameSite` on the cookie this is
 * the second half of the protection against CSRF.
 */
export function isCrossSite({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>, baseUrl: string): boolean {
  if (reading.has(method)) return false;
  if (headers['x-jalon'] !== '1') return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin !== undefined && headers.origin !== new URL(baseUrl).origin;
}
