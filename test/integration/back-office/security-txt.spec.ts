import { readEnvironment } from '../../../apps/back-office/environment.js';
import { securityText } from '../../../apps/back-office/security-txt.js';
import { runningOffice } from './running.js';

const contact = 'https://exemple.gouv.invalid/signaler';
const office = runningOffice({ JALON_BASE_URL: 'https://jalon.exemple.gouv.fr', JALON_SECURITY_CONTACT: contact });

it('says to anybody whom to tell of a weakness (RFC 9116)', async () => {
  const { statusCode, headers, body } = await office.app.inject({ url: '/.well-known/security.txt' });
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  const lines = body.trimEnd().split('\r\n');
  expect(lines).toContain(`Contact: ${contact}`);
  expect(lines).toContain('Canonical: https://jalon.exemple.gouv.fr/.well-known/security.txt');
  const expires = Date.parse(lines.find((line) => line.startsWith('Expires: '))?.slice(9) ?? '');
  // Less than a year, as the standard wants.
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
});

it('names the service where no other contact is set', () => {
  const { JALON_SECURITY_CONTACT: _left, ...environment } = office.environment;
  expect(securityText(environment as typeof office.environment, 0)).toContain(`Contact: mailto:${environment.JALON_SERVICE.email}\r\n`);
});

it.each(['equipe@exemple.fr', 'javascript:alert(1)', 'mailto:a@b.fr\r\nContact: mailto:c@d.fr'])('does not start with « %s »', (wrong) => {
  expect(() => readEnvironment({ JALON_SECURITY_CONTACT: wrong })).toThrow(/JALON_SECURITY_CONTACT/);
});
