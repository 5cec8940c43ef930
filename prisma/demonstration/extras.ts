import { extrasDomain } from '#activities/demonstration/extras.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { Role } from '#workflows/kit/people.js';
import type { PrismaClient } from '../generated/client.js';
import { seedId } from '../seed-id.js';
import { inventedName } from './invented-names.js';

/** An invented person in number: they fill cases, and are not offered as accounts on the sign-in page. */
export interface Extra {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Key of a body of `seed-people.ts`. */
  readonly body: string;
  readonly role: Role;
  /** Left out: all procedures. */
  readonly procedures?: readonly string[];
  readonly group?: string;
}

/** The extra of a number: journeys have 0 to 99, directors 100 to 399, grants 400 and more. */
export function extra(number: number, rest: Pick<Extra, 'body' | 'role' | 'procedures' | 'group'>): Extra {
  const name = inventedName(number);
  return { id: seedId(`extra ${number}`), name, email: `${local(name)}.${number}@${extrasDomain}`, ...rest };
}

/** camille.exemple */
const local = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');

/**
 * Writes a part's extras and what they may do, once. Returns the instant at which they were first written: the part's histories are rehearsed
 * until then, so that a loading that was interrupted goes on with the same ones.
 */
export async function settleExtras(prisma: PrismaClient, extras: readonly Extra[]): Promise<Instant> {
  const [first] = extras;
  if (!first) throw new RangeError('A part of the demonstration has people of its own.');
  await prisma.person.createMany({
    data: extras.map(({ id, name, email, body }) => ({ id, name, email, bodyId: seedId(`body ${body}`), synthetic: true })),
    skipDuplicates: true,
  });
  await prisma.grant.createMany({ data: extras.flatMap(grantsOf), skipDuplicates: true });
  const { createdAt } = await prisma.person.findUniqueOrThrow({ where: { id: first.id }, select: { createdAt: true } });
  return createdAt.getTime();
}

const grantsOf = ({ id: personId, role, procedures, group }: Extra) =>
  (procedures ?? [null]).map((procedure) => ({
    id: seedId(`grant ${personId} ${role} ${procedure ?? ''}`),
    personId,
    role,
    procedure,
    groupName: group ?? null,
  }));
