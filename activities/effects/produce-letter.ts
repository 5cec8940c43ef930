import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import { caseLetter } from '../documents/letters/case-letter.js';
import { renderLetter } from '../documents/letters/render-letter.js';
import type { Surroundings } from './surroundings.js';

/** Writes the letter of a `produced` entry into the file store, once: the document's unique key says whether it is there. */
export async function produceLetter(
  around: Pick<Surroundings, 'prisma' | 'files' | 'service'>,
  order: EffectOrder,
  entry: EntryOf<'produced'>,
): Promise<void> {
  const { prisma, files } = around;
  const { ref } = order;
  const key = { caseRef: ref, producedSeq: entry.seq };
  if (await prisma.document.findUnique({ where: { caseRef_producedSeq: key }, select: { id: true } })) return;

  const letter = await caseLetter(around, order, entry, entry.at);
  const stored = await files.put(Readable.from([await renderLetter(letter, entry.at)]));
  const createdAt = new Date(entry.at);
  const { count } = await prisma.document.createMany({
    data: {
      id: randomUUID(),
      ...key,
      kind: entry.document,
      filename: `${ref}-${entry.id}.pdf`,
      mediaType: 'application/pdf',
      ...stored,
      createdAt,
    },
    skipDuplicates: true,
  });
  // Another attempt was quicker: its file is the one that people see.
  if (count === 0) await files.remove(stored.storageKey);
}
