import { createServer } from 'node:http';
import { accountsOf } from './accounts.js';
import { readEnvironment } from './environment.js';
import { createProvider } from './provider.js';

try {
  const environment = readEnvironment(process.env);
  const provider = createProvider(environment, accountsOf(environment.JALON_BASE_URL));
  provider.on('server_error', (_context, error) => console.error(error));
  // Never reached from another machine: everybody may be anybody here.
  const handle = provider.callback();
  createServer((request, response) => void handle(request, response)).listen(
    Number(new URL(environment.JALON_OIDC_ISSUER).port),
    '127.0.0.1',
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
