import type { Prisma, PrismaClient } from '#prisma/generated/client.js';
import type { FileStore } from '../documents/file-store.js';

/** Where the leftovers of destroyed cases lie. */
export interface LeftoverPlaces {
  readonly prisma: PrismaClient;
  readonly files: Pick<FileStore, 'remove'>;
  /** Deletes what the engine holds of a workflow; whether nothing was left to delete. */
  readonly forgetHistory: (workflowId: string) => Promise<boolean>;
}

/**
 * Removes what destructions left outside the database: files, histories of the engine. One that cannot be removed now is tried at the
 * next call. Returns how many are still there.
 */
export async function removeLeftovers(places: LeftoverPlaces): Promise<number> {
  const { prisma } = places;
  const atOnce = 200;
  let after = 0n;
  let left = 0;
  for (;;) {
    const some = await prisma.leftover.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: atOnce });
    for (const one of some)
      if (await isGone(places, one)) await prisma.leftover.deleteMany({ where: { id: one.id } });
      else left++;
    const last = some.at(-1);
    if (!last) return left;
    after = last.id;
  }
}

async function isGone({ files, forgetHistory }: LeftoverPlaces, { kind, place }: Prisma.LeftoverModel): Promise<boolean> {
  try {
    if (kind === 'history') return await forgetHistory(place);
    await files.remove(place);
    return true;
  } catch {
    return false;
  }
}
