import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from './environment.js';

const validDays = 180;
const day = 86_400_000;

/** Whom to tell of a weakness, and until when that is sure to be right (RFC 9116). Left out, the service's own address. */
export function securityText({ JALON_SECURITY_CONTACT, JALON_SERVICE, JALON_BASE_URL }: Environment, now: number): string {
  const fields = [
    ['Contact', JALON_SECURITY_CONTACT ?? `mailto:${JALON_SERVICE.email}`],
    ['Expires', new Date(now + validDays * day).toISOString()],
    ['Preferred-Languages', 'fr, en'],
    ['Canonical', new URL('/.well-known/security.txt', JALON_BASE_URL).href],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
}

/** Serves it where those who find a weakness look. */
export function serveSecurityText(app: NestFastifyApplication, environment: Environment): void {
  const server = app.getHttpAdapter().getInstance();
  server.get('/.well-known/security.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400').send(securityText(environment, Date.now())),
  );
}
