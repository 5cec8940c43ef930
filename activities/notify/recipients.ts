import type { PrismaClient } from '#prisma/generated/client.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import type { Addressee, PersonId, Role } from '#workflows/kit/people.js';

/** Roles that a person has on a case because it is theirs. */
const owners: ReadonlySet<Role> = new Set(['applicant', 'participant', 'director']);

export interface Recipient {
  readonly id: PersonId;
  readonly email: string;
}

type Place = Pick<EffectOrder, 'procedure' | 'summary'>;

/**
 * Who receives what goes to an addressee: the person named, the owner of the case, or everybody who holds the role within
 * the case's perimeter, except those who may not act. Throws when there is nobody: that is an incident, not a silence.
 */
export async function recipientsOf(
  prisma: PrismaClient,
  { procedure, summary }: Place,
  { role, person, group }: Addressee,
  except: readonly PersonId[] = [],
): Promise<Recipient[]> {
  const named = person ?? (owners.has(role) ? summary.owner : undefined);
  const people = await prisma.person.findMany({
    where: named
      ? { id: named }
      : {
          id: { notIn: [...except, summary.owner] },
          grants: {
            some: {
              role,
              AND: [
                { OR: [{ procedure: null }, { procedure }] },
                { OR: [{ callId: null }, ...(summary.callId ? [{ callId: summary.callId }] : [])] },
                ...(group === undefined ? [] : [{ OR: [{ groupName: null }, { groupName: group }] }]),
              ],
            },
          },
        },
    select: { id: true, email: true },
    orderBy: { id: 'asc' },
  });
  if (people.length === 0)
    throw new Error(`Nobody to tell: no person with the role ${role}${group ? ` in the group ${group}` : ''} on this case.`);
  return people;
}
