import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import type { Environment } from './environment.js';

/** The one style that the design system writes into the page: the colour scheme, which its dark mode changes. Allowed by its digest. */
const colourSchemes = ['dark', 'light'].map((scheme) => digest(`:root { color-scheme: ${scheme}; }`));

/**
 * Headers of every answer. Scripts, styles, fonts and pictures come from this server; nothing that stands in the page itself is run or
 * applied. What React and the design system set on an element goes through the DOM, which the policy does not concern.
 */
export function securityHeaders(environment: Environment): FastifyHelmetOptions {
  const encrypted = environment.JALON_BASE_URL.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", ...colourSchemes],
        styleSrcAttr: ["'none'"],
        ...(encrypted && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: encrypted ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // An address holds a reference, and a search: other sites are told neither.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // A page that shows a file opens it in a new tab; isolation across windows would only break that.
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}

/** What a page of ours never asks the browser for. */
const unused = ['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'];
const permissions = unused.map((feature) => `${feature}=()`).join(', ');

/** What helmet does not set: features of the browser that are off, and that answers of the API are kept nowhere unless they say so. */
export function addPrivacyHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    void reply.header('permissions-policy', permissions);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store');
  });
}

function digest(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}
