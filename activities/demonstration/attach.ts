import { Readable } from 'node:stream';
import { inventedPiece } from './invented-piece.js';
import type { Attachment, Loading } from './loading.js';

/** Stores the files that a case's answers name, each on its own, as if they had been sent. Those that are there already stay. */
export async function attach({ prisma, files }: Loading, caseRef: string, attachments: readonly Attachment[]): Promise<void> {
  if (attachments.length === 0) return;
  const ids = attachments.map(({ id }) => id);
  const stored = await prisma.document.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(stored.map(({ id }) => id));
  const piece = await inventedPiece();
  const data = await Promise.all(
    attachments
      .filter(({ id }) => !known.has(id))
      .map(async ({ id, filename, by, at }) => ({
        id,
        caseRef,
        kind: 'attachment',
        filename,
        mediaType: 'application/pdf',
        ...(await files.put(Readable.from([piece]))),
        uploadedBy: by,
        createdAt: new Date(at),
      })),
  );
  await prisma.document.createMany({ data, skipDuplicates: true });
}
