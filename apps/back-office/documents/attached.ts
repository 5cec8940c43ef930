import type { PrismaService } from '../database/prisma.service.js';
import { Problem } from '../problems/problem.js';

type Place = { readonly draftId: string } | { readonly caseRef: string };

/** Throws `piecesMissing` with the fields whose files are not attached to this draft or case. */
export async function requireAttached(prisma: PrismaService, place: Place, pieces: readonly { path: string; id: string }[]): Promise<void> {
  if (pieces.length === 0) return;
  const attached = await prisma.document.findMany({ where: { ...place, id: { in: pieces.map(({ id }) => id) } }, select: { id: true } });
  const missing = pieces.filter(({ id }) => !attached.some((document) => document.id === id));
  if (missing.length === 0) return;
  const message = 'Ce fichier n’est plus attaché : joignez-le de nouveau.';
  throw new Problem('piecesMissing', { fields: Object.fromEntries(missing.map(({ path }) => [path, message])) });
}
