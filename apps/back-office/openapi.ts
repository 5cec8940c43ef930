// Writes apps/back-office/openapi.json; needs neither database nor Temporal.
import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createApplication } from './application.js';
import { readEnvironment } from './environment.js';
import { openApiDocument } from './openapi/document.js';
import { DeclaredRights } from './permissions/declared-rights.js';

const environment = readEnvironment({
  DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
  JALON_FILES: '.',
  JALON_OIDC_ISSUER: 'https://identite.exemple.gouv.fr',
  JALON_OIDC_CLIENT_ID: 'jalon',
  JALON_OIDC_CLIENT_SECRET: 'a secret that is long enough',
  JALON_CODEC_KEYS: '{}',
  JALON_PROOF_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  JALON_LOG_LEVEL: 'silent',
});
const app = await createApplication(environment);
// What would not start is not described either: a route that declares no right fails the check, before any test.
app.get(DeclaredRights).onApplicationBootstrap();
const [, , target = 'apps/back-office/openapi.json'] = process.argv;
writeFileSync(target, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
