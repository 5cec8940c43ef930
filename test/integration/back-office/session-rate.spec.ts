import type { Problem } from './cast.js';
import { runningOffice } from './running.js';

const office = runningOffice({ JALON_SESSION_RATE_LIMIT: '5' });

it('a session that calls too often waits, and holds up nobody else', async () => {
  const busy = await office.as('Camille Exemple');
  const calm = await office.as('Dominique Test-Martin');
  // Should the minute turn meanwhile, two of them let ten through.
  const answers = await Promise.all(Array.from({ length: 12 }, () => busy.get<Problem>('/session')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(refused[0]?.body.type).toBe('urn:jalon:problem:tooManyRequests');
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await calm.get('/session')).status).toBe(200);
});
