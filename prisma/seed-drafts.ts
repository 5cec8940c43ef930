import type { PrismaClient } from './generated/client.js';
import { openCallId } from './seed-calls.js';
import { personId } from './seed-people.js';
import { seedId } from './seed-id.js';

interface SeedDraft {
  readonly key: string;
  readonly owner: string;
  /** Somebody who prepares it too. */
  readonly coApplicant?: { readonly name: string; readonly right: string };
  readonly content: object;
}

const drafts: readonly SeedDraft[] = [
  {
    key: 'begun',
    owner: 'Camille Exemple',
    content: { project: { title: 'Parcours « données » pour les services territoriaux' } },
  },
  {
    key: 'halfway',
    owner: 'Dominique Test-Martin',
    coApplicant: { name: 'Alix Fictif', right: 'editor' },
    content: {
      project: {
        title: 'Former les prévisionnistes aux méthodes d’apprentissage automatique',
        summary: 'Un parcours de quinze jours, en présence et à distance, pour deux cents prévisionnistes de métropole et d’outre-mer.',
        audience: 'Prévisionnistes et ingénieurs des travaux de la météorologie.',
      },
      body: { name: 'Météo-France', kind: 'operator' },
    },
  },
];

/** Applications that somebody has begun; what their owners changed since is kept. */
export async function seedDrafts(prisma: PrismaClient): Promise<void> {
  for (const { key, owner, content, coApplicant } of drafts) {
    const id = seedId(`draft ${key}`);
    const create = { id, procedure: 'ftap', callId: openCallId, ownerId: personId(owner), content };
    const shared = coApplicant && { personId: personId(coApplicant.name), right: coApplicant.right, givenBy: personId(owner) };
    await prisma.draft.upsert({ where: { id }, create: { ...create, ...(shared && { participations: { create: shared } }) }, update: {} });
  }
}
