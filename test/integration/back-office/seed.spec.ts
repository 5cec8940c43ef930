import { closedCallId } from '../../../prisma/seed-calls.js';
import { type RunningProvider, startProvider } from '../identity/provider-server.js';
import { listeningOffice } from '../identity/signed-in-office.js';
import { type RunningJalon, startJalon } from './case-worker.js';
import { castOf, today } from './cast.js';

let jalon: RunningJalon;
let provider: RunningProvider;
beforeAll(async () => {
  // Whole lives at once keep a small machine busy.
  const start = (settings: NodeJS.ProcessEnv) => startJalon({ ...settings, JALON_PATIENCE_SECONDS: '60' });
  const started = await listeningOffice(startProvider, start);
  ({ office: jalon, provider } = started);
  process.env.JALON_BASE_URL = started.office.baseUrl;
}, 60_000);
afterAll(async () => {
  await jalon.stop();
  await provider.stop();
});

it('plays the demonstration cases to where they are shown, once', async () => {
  const { seedEverything } = await import('../../../prisma/seed-everything.js');
  const stillOpen = () =>
    jalon.prisma.call.update({ where: { id: closedCallId }, data: { status: 'published', closesOn: new Date(today()) } });
  await stillOpen();
  await seedEverything(jalon.prisma);
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
    'Accueillir le public avec le numérique': 'followUp',
    'Valoriser les collections numérisées': 'closing',
    'Laboratoire ouvert de services publics': 'execution',
    'Observatoire des usages numériques': 'appeal',
    'Coopérative de formateurs internes': 'convention',
    'Compétences numériques des agents de guichet': 'followUp',
    'École d’été de la simulation': 'execution',
    'Parcours accessibilité des documents': 'decision',
  });
  const { status } = await jalon.prisma.call.findUniqueOrThrow({ where: { id: closedCallId } });
  expect(status).toBe('closed');
  const sessions = body.items.filter(({ procedure }) => procedure === 'ftap-committee');
  expect(sessions.map(({ stage, status }) => [stage, status]).sort()).toEqual([
    ['minutes', 'closed'],
    ['minutes', 'closed'],
    ['minutes', 'closed'],
    ['preparation', 'open'],
  ]);
  const entries = await jalon.prisma.journal.count();
  await seedEverything(jalon.prisma);
  // As if it had been interrupted before its last act: it looks at every case, and finds nothing missing.
  await stillOpen();
  await seedEverything(jalon.prisma);
  expect(await jalon.prisma.journal.count()).toBe(entries);
}, 300_000);
