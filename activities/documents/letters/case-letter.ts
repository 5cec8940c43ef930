import type { PrismaClient } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { CaseSummary } from '#workflows/kit/journal.js';
import type { ServiceContact } from '../../service-contact.js';
import { letterOf } from './catalogue.js';
import type { Letter } from './letter.js';

/** The case that a letter is about. */
export interface LetterCase {
  readonly ref: string;
  readonly procedure: string;
  readonly summary: Pick<CaseSummary, 'owner' | 'title' | 'bodyName' | 'siret'>;
}

/**
 * The letter that a case produces, or would produce, at an instant in milliseconds: its facts are the story's, the names PostgreSQL's.
 * Throws where the data do not make this letter, or name a person who is not known.
 */
export async function caseLetter(
  { prisma, service }: { readonly prisma: PrismaClient; readonly service: ServiceContact },
  { ref, procedure, summary }: LetterCase,
  { document, data }: { readonly document: string; readonly data?: unknown },
  at: number,
): Promise<Letter> {
  const kind = letterOf(procedure, document);
  const names = await namesOf(prisma, [summary.owner, ...kind.people(data)]);
  return kind.write(data, {
    reference: ref,
    on: civilDateAt(at),
    project: summary.title,
    service,
    addressee: { name: nameIn(names, summary.owner), body: summary.bodyName, siret: summary.siret },
    nameOf: (id) => nameIn(names, id),
  });
}

async function namesOf(prisma: PrismaClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await prisma.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A letter without its author's or addressee's name is void (CRPA L212-1): better none. */
function nameIn(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (!name) throw new Error(`The letter names a person who is not known: ${id}`);
  return name;
}
