import type { PrismaClient } from './generated/client.js';
import { openCallId } from './seed-calls.js';
import { personId } from './seed-people.js';
import { seedId } from './seed-id.js';

const drafts = [
  {
    key: 'begun',
    owner: 'Camille Exemple',
    content: { project: { title: 'Parcours « données » pour les services territoriaux' } },
  },
  {
    key: 'halfway',
    owner: 'Dominique Test-Martin',
    content: {
      project: {
        title: 'Former les prévisionnistes aux méthodes d’apprentissage automatique',
        summary: 'Un parcours de quinze jours, en présence et à distance, pour deux cents prévisionnistes de métropole et d’outre-mer.',
        audience: 'Prévisionnistes et ingénieurs des travaux de la météorologie.',
      },
      body: { name: 'Météo-France', kind: 'operator' },
    },
  },
] as const;

/** Applications that somebody has begun; what their owners changed since is kept. */
export async function seedDrafts(prisma: PrismaClient): Promise<void> {
  for (const { key, owner, content } of drafts) {
    const id = seedId(`draft ${key}`);
    const create = { id, procedure: 'ftap', callId: openCallId, ownerId: personId(owner), content };
    await prisma.draft.upsert({ where: { id }, create, update: {} });
  }
}
