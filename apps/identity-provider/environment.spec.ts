import { generateKeyPairSync } from 'node:crypto';
import { readEnvironment } from './environment.js';

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const valid = {
  JALON_OIDC_ISSUER: 'http://127.0.0.1:8405',
  JALON_OIDC_CLIENT_SECRET: 'x'.repeat(32),
  JALON_BASE_URL: 'http://127.0.0.1:8400',
  IDENTITY_PROVIDER_KEY: key,
};

it('is for development', () => {
  expect(readEnvironment(valid)).toMatchObject({ JALON_OIDC_CLIENT_ID: 'jalon', IDENTITY_PROVIDER_KEY: { crv: 'P-256' } });
});

it('does not start in production, but for a demonstration', () => {
  expect(() => readEnvironment({ ...valid, NODE_ENV: 'production' })).toThrow(/ne sert qu’à une démonstration/);
  expect(() => readEnvironment({ ...valid, NODE_ENV: 'production', JALON_DEMONSTRATION: '0' })).toThrow(/JALON_DEMONSTRATION/);
  expect(readEnvironment({ ...valid, NODE_ENV: 'production', JALON_DEMONSTRATION: '1' }).NODE_ENV).toBe('production');
});

it('says what is wrong without telling the secrets', () => {
  const read = () => readEnvironment({ ...valid, JALON_OIDC_CLIENT_SECRET: 'court', IDENTITY_PROVIDER_KEY: 'pas une clé' });
  expect(read).toThrow(/JALON_OIDC_CLIENT_SECRET\u00A0: attendu : 32 caractères/);
  expect(read).toThrow(/IDENTITY_PROVIDER_KEY\u00A0: attendu : une clé P-256/);
  expect(read).not.toThrow(/pas une clé/);
});
