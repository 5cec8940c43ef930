import type { Prisma, PrismaClient } from '#prisma/generated/client.js';
import { isRunByOwner } from '#workflows/catalogue.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import type { Addressee, PersonId, Role } from '#workflows/kit/people.js';
import { perimetersOver } from '#workflows/kit/perimeter.js';

/** Roles that a person has on a case because it is theirs. */
const owners: ReadonlySet<Role> = new Set(['applicant', 'participant', 'director']);

export interface Recipient {
  readonly id: PersonId;
  readonly email: string;
}

type Place = Pick<EffectOrder, 'ref' | 'procedure' | 'summary'>;

/**
 * Who receives what goes to an addressee: the person named, the owner of the case and the co-applicants who act with them, or
 * everybody who holds the role within the case's perimeter, except those who may not act. Throws when there is nobody: that is an
 * incident, not a silence.
 */
export async function recipientsOf(
  prisma: PrismaClient,
  place: Place,
  to: Addressee,
  except: readonly PersonId[] = [],
): Promise<Recipient[]> {
  const { role, person, group } = to;
  const people = await prisma.person.findMany({
    where: person ? { id: person } : owners.has(role) ? applicantsSide(place, role) : holdersOf(place, to, except),
    select: { id: true, email: true },
    orderBy: { id: 'asc' },
  });
  if (people.length === 0)
    throw new Error(`Nobody to tell: no person with the role ${role}${group ? ` in the group ${group}` : ''} on this case.`);
  return people;
}

/** The owner and who acts for them: co-applicants who do more than read, delegates; as long as it is still the one's who chose them. */
function applicantsSide({ ref: caseRef, summary: { owner } }: Place, role: Role): Prisma.PersonWhereInput {
  const shared = { participations: { some: { caseRef, givenBy: owner, right: { not: 'reader' } } } };
  const delegated = { delegations: { some: { caseRef, givenBy: owner } } };
  return { OR: [{ id: owner }, delegated, ...(role === 'applicant' ? [shared] : [])] };
}

const holdersOf = ({ procedure, summary }: Place, { role, group }: Addressee, except: readonly PersonId[]): Prisma.PersonWhereInput => ({
  id: { notIn: [...except, ...(isRunByOwner(procedure) ? [] : [summary.owner])] },
  grants: {
    some: {
      role,
      AND: [
        { OR: [{ procedure: null }, { procedure: { in: perimetersOver(procedure) } }] },
        { OR: [{ callId: null }, ...(summary.callId ? [{ callId: summary.callId }] : [])] },
        ...(group === undefined ? [] : [{ OR: [{ groupName: null }, { groupName: group }] }]),
      ],
    },
  },
});
