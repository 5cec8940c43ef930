import type { AddressInfo } from 'node:net';
import { type RunningJalon, startJalon } from './case-worker.js';
import { castOf } from './cast.js';

let jalon: RunningJalon;
beforeAll(async () => {
  jalon = await startJalon();
  await jalon.app.listen(0, '127.0.0.1');
  const { port } = jalon.app.getHttpServer().address() as AddressInfo;
  process.env.JALON_BASE_URL = `http://127.0.0.1:${String(port)}`;
}, 60_000);
afterAll(() => jalon.stop());

it('plays the demonstration cases to where they are shown, once', async () => {
  const { seedGrants } = await import('../../../prisma/seed-grants.js');
  await seedGrants();
  const { manager } = await castOf(jalon);
  const { body } = await manager.get<{ items: { title: string; stage: string; status: string; procedure: string }[] }>('/cases?limit=100');
  const stageOf = Object.fromEntries(body.items.map(({ title, stage }) => [title, stage]));
  expect(stageOf).toMatchObject({
    'Culture de la donnée dans les sous-préfectures': 'completeness',
    'École des données climatiques': 'decision',
    'Plateforme audiovisuelle de formation': 'committee',
    'Communautés apprenantes des territoires': 'convention',
    'Conservation numérique de longue durée': 'commitment',
    'Accueil des nouveaux agents du numérique': 'execution',
  });
  const sessions = body.items.filter(({ procedure }) => procedure === 'ftap-committee');
  expect(sessions.map(({ stage, status }) => [stage, status]).sort()).toEqual([
    ['minutes', 'closed'],
    ['preparation', 'open'],
  ]);
  await seedGrants();
  expect((await manager.get<{ total: number }>('/cases?limit=1')).body.total).toBe(body.items.length);
}, 120_000);
