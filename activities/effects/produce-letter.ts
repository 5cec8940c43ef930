import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import { letterOf } from '../documents/letters/catalogue.js';
import { renderLetter } from '../documents/letters/render-letter.js';
import type { Surroundings } from './surroundings.js';

/** Writes the letter of a `produced` entry into the file store, once: the document's unique key says whether it is there. */
export async function produceLetter(around: Surroundings, order: EffectOrder, entry: EntryOf<'produced'>): Promise<void> {
  const { prisma, files, service } = around;
  const { ref, procedure, summary } = order;
  const key = { caseRef: ref, producedSeq: entry.seq };
  if (await prisma.document.findUnique({ where: { caseRef_producedSeq: key }, select: { id: true } })) return;

  const kind = letterOf(procedure, entry.document);
  const names = await namesOf(around, [summary.owner, ...kind.people(entry.data)]);
  const letter = kind.write(entry.data, {
    reference: ref,
    on: civilDateAt(entry.at),
    project: summary.title,
    service,
    addressee: { name: nameIn(names, summary.owner), body: summary.bodyName, siret: summary.siret },
    nameOf: (id) => nameIn(names, id),
  });
  const stored = await files.put(Readable.from([await renderLetter(letter, entry.at)]));
  const { count } = await prisma.document.createMany({
    data: { id: randomUUID(), ...key, kind: entry.document, filename: `${ref}-${entry.id}.pdf`, mediaType: 'application/pdf', ...stored },
    skipDuplicates: true,
  });
  // Another attempt was quicker: its file is the one that people see.
  if (count === 0) await files.remove(stored.storageKey);
}

async function namesOf({ prisma }: Surroundings, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await prisma.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A letter without its author's or addressee's name is void (CRPA L212-1): better none. */
function nameIn(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (!name) throw new Error(`The letter names a person who is not known: ${id}`);
  return name;
}
