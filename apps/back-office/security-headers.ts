import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Environment } from './environment.js';

/**
 * Headers of every answer. The policy lets the DSFR application in: its scripts, styles, fonts and pictures come from this server;
 * some of its components set inline styles.
 */
export function securityHeaders(environment: Environment): FastifyHelmetOptions {
  const encrypted = environment.JALON_BASE_URL.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        ...(encrypted && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: encrypted ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // A page that shows a file opens it in a new tab; isolation across windows would only break that.
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}
