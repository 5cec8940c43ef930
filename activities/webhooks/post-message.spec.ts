import { promisify } from 'node:util';
import { lookupPublic, postMessage } from './post-message.js';

const resolve = promisify(lookupPublic);

test('a name that stands for this machine is resolved to nothing', async () => {
  await expect(resolve('localhost', {})).rejects.toThrow('adresse privée');
  await expect(resolve('localhost', { all: true })).rejects.toThrow('adresse privée');
});

test('an address that cannot be a webhook’s is told in words, without a connection', async () => {
  const message = { url: 'https://169.254.169.254/latest/meta-data', headers: {}, body: '{}' };
  expect(await postMessage(message, { isPrivateAllowed: false, patienceMs: 100 })).toEqual({
    error: expect.stringContaining('internet public'),
  });
});
