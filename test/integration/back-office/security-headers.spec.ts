import { readFileSync } from 'node:fs';
import type { BackOffice } from './back-office.js';
import { runningOffice } from './running.js';

const policyOf = (office: BackOffice) => office.anonymous().get('/session/entry');

describe.each([
  ['http://127.0.0.1:8400', false],
  ['https://jalon.exemple.gouv.fr', true],
])('the headers of %s', (JALON_BASE_URL, encrypted) => {
  const office = runningOffice({ JALON_BASE_URL });

  it('let nothing run, and nothing be applied, that stands in a page', async () => {
    const { headers } = await policyOf(office);
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    const directives = Object.fromEntries(policy.split(';').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));
    expect(directives).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'script-src-attr': ["'none'"],
      'style-src-attr': ["'none'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'self'"],
    });
    expect(directives['style-src']).toEqual(["'self'", expect.stringMatching(/^'sha256-/), expect.stringMatching(/^'sha256-/)]);
  });

  it('allow the one style that the design system writes into a page, as long as it does', () => {
    const script = readFileSync('node_modules/@codegouvfr/react-dsfr/useIsDark/client.js', 'utf8');
    expect(script).toContain('`:root { color-scheme: ${isDark ? "dark" : "light"}; }`');
  });

  it('tell other sites nothing, and isolate the pages', async () => {
    const { headers } = await policyOf(office);
    expect(headers).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    expect(headers['permissions-policy']).toContain('camera=(), ');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it(`want an encrypted line where there can be one`, async () => {
    const { headers } = await policyOf(office);
    expect(headers['strict-transport-security']).toBe(encrypted ? 'max-age=31536000; includeSubDomains' : undefined);
    expect(String(headers['content-security-policy']).includes('upgrade-insecure-requests')).toBe(encrypted);
  });

  it('keep the session’s cookie from scripts, from other sites and from an open line', async () => {
    const { headers } = await office.anonymous().delete('/session');
    const [cookie] = headers['set-cookie'] as string[];
    expect(cookie).toMatch(encrypted ? /^__Host-jalon=.*; Path=\/; .*Secure.*$/ : /^jalon=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain/i);
  });
});
