import { runningOffice } from './running.js';

const office = runningOffice({ JALON_DEMONSTRATION: '0', JALON_OIDC_ISSUER: 'https://identite.exemple.gouv.invalid' });

it.each([
  ['GET', '/demonstration/accounts'],
  ['GET', '/mails'],
  ['POST', '/cases/FTAP-2026-000001/fast-forward'],
])('outside a demonstration %s %s does nothing and tells nothing', async (method, path) => {
  const { status, body } = await (
    await office.as('Ariel Pilote')
  ).request<{ items?: object[] }>(method, path, method === 'POST' ? { payload: {} } : {});
  expect([403, 404, 409]).toContain(status);
  expect(body.items).toBeUndefined();
});
