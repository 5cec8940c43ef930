import { readEnvironment } from './environment.js';

const valid = {
  DATABASE_URL: 'postgresql://jalon@localhost/jalon',
  JALON_CODEC_KEYS: '{}',
  JALON_OIDC_ISSUER: 'https://identite.exemple.gouv.fr/api/v2',
  JALON_OIDC_CLIENT_ID: 'jalon',
  JALON_OIDC_CLIENT_SECRET: 'a secret that is long enough',
  JALON_PROOF_KEY: 'MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f',
};

it('fills in what is left out', () => {
  expect(readEnvironment({ ...valid, TEMPORAL_UI_URL: '' })).toMatchObject({
    PORT: 3000,
    TEMPORAL_TASK_QUEUE: 'jalon',
    JALON_DEMONSTRATION: false,
  });
});

it('names every setting that is wrong, and what is expected', () => {
  const read = () =>
    readEnvironment({
      ...valid,
      DATABASE_URL: 'mysql://x',
      JALON_PROOF_KEY: 'secret',
      JALON_DEMONSTRATION: 'oui',
    });
  expect(read).toThrow(/DATABASE_URL\u00A0: attendu\u00A0: une adresse postgresql/);
  expect(read).toThrow(/JALON_PROOF_KEY\u00A0: attendu\u00A0: une clé privée Ed25519/);
  expect(read).not.toThrow(/secret/);
  expect(read).toThrow(/JALON_DEMONSTRATION\u00A0: attendu\u00A0: 0 ou 1/);
});

describe('who may say who people are', () => {
  it.each(['http://identite.exemple.gouv.fr', 'https://localhost/oidc', 'https://127.0.0.1:8405', 'https://[::1]'])(
    '%s: for a demonstration only',
    (JALON_OIDC_ISSUER) => {
      expect(() => readEnvironment({ ...valid, JALON_OIDC_ISSUER })).toThrow(/JALON_OIDC_ISSUER\u00A0: attendu/);
      expect(readEnvironment({ ...valid, JALON_OIDC_ISSUER, JALON_DEMONSTRATION: '1' })).toMatchObject({ JALON_OIDC_ISSUER });
    },
  );

  it('reads lists of words', () => {
    expect(readEnvironment({ ...valid, JALON_OIDC_STRONG_ACR: ' eidas3  eidas1-mfa ' }).JALON_OIDC_STRONG_ACR).toEqual([
      'eidas3',
      'eidas1-mfa',
    ]);
  });
});
