import { isPublicAddress, whyNotAddress } from './public-address.js';

test.each([
  ['8.8.8.8', true],
  ['185.24.184.1', true],
  ['2a01:cb00::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  'http://exemple.gouv.fr/',
  'ftp://exemple.gouv.fr/',
  'https://qui:mot@exemple.gouv.fr/',
  'https://exemple.gouv.fr/#ancre',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://localhost:8443/',
  'http://127.0.0.1:9000/',
  'chemin',
])('%s cannot be the address of a webhook', (url) => {
  expect(whyNotAddress(url, false)).toEqual(expect.any(String));
});

test('a public name over TLS can; on a network of one’s own also what is private, and this machine without TLS', () => {
  expect(whyNotAddress('https://exemple.gouv.fr:8443/jalon?x=1', false)).toBeUndefined();
  for (const url of ['https://10.0.0.8/', 'http://127.0.0.1:9000/', 'http://localhost:9000/'])
    expect(whyNotAddress(url, true)).toBeUndefined();
  expect(whyNotAddress('http://10.0.0.8/', true)).toEqual(expect.any(String));
});
