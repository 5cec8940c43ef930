import { fastifyStatic } from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { notFound } from './problems/problem.js';
import { problemBody } from './problems/problem.filter.js';

/** What `vite build` wrote; the server starts from dist/apps/back-office. */
const folder = fileURLToPath(new URL('../../web', import.meta.url));
const yearInSeconds = 31_536_000;

/** Serves the web application: files as they are, and its page for every address that is not the API's. */
export async function serveWebApplication(app: NestFastifyApplication) {
  const built = existsSync(folder);
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        // Built files carry a digest in their name; the page itself must always be fresh.
        void reply.header('cache-control', path.includes('/assets/') ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache');
      },
    });
  }
  const server = app.getHttpAdapter().getInstance();
  server.get('/*', (request, reply) => {
    if (built && !request.url.startsWith('/api/')) return reply.header('cache-control', 'no-cache').sendFile('index.html', folder);
    const problem = notFound();
    return reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request.id));
  });
}
