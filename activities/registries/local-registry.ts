import type { PrismaClient } from '#prisma/generated/client.js';
import { type BodyKind, bodyKinds } from '#workflows/ftap/body-kinds.js';
import type { BodyRegistry } from './body-registry.js';
import { inventedBodies } from './invented-bodies.js';

/** The bodies that this installation knows, and the invented ones: what answers when no outside registry is set. */
export function localRegistry({ body }: Pick<PrismaClient, 'body'>): BodyRegistry {
  return {
    async find(siret) {
      const known = await body.findUnique({ where: { siret } });
      if (known) return { siret, name: known.name, ...(isBodyKind(known.kind) && { kind: known.kind }), source: 'Annuaire de Jalon' };
      const invented = inventedBodies[siret];
      return invented && { siret, ...invented, source: 'Organismes fictifs' };
    },
  };
}

const isBodyKind = (kind: string): kind is BodyKind => kind in bodyKinds;
