import { readEnvironment } from './environment.js';

const valid = {
  DATABASE_URL: 'postgresql://jalon@localhost/jalon',
  JALON_CODEC_KEYS: '{}',
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
