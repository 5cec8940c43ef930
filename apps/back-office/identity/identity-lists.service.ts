import { Injectable } from '@nestjs/common';
import type { Identity, IdentityMove } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import { PeopleService } from '../people/people.service.js';
import type { IdentitiesQuery, IdentityMoveView, IdentityPerson, IdentityView } from './identities.dto.js';

const mostShown = 200;

/** What administrators read of identities: whose they are, whom nobody knows, and every move with who decided it. */
@Injectable()
export class IdentityListsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly people: PeopleService,
  ) {}

  async identities({ state, personId }: IdentitiesQuery): Promise<IdentityView[]> {
    const identities = await this.prisma.identity.findMany({
      where: {
        ...(state === 'unknown' && { personId: null }),
        ...(state === 'known' && { personId: { not: null } }),
        ...(personId !== undefined && { AND: { personId } }),
      },
      include: { person: { select: { id: true, name: true } }, moves: { where: { decidedAt: null } } },
      orderBy: { lastUsedAt: 'desc' },
      take: mostShown,
    });
    const views = await this.moveViews(identities.flatMap(({ moves }) => moves));
    return identities.map((identity) =>
      identityView(
        identity,
        views.find(({ identityId }) => identityId === identity.id),
      ),
    );
  }

  /** The latest first. */
  async moves(): Promise<IdentityMoveView[]> {
    return this.moveViews(await this.prisma.identityMove.findMany({ orderBy: { proposedAt: 'desc' }, take: mostShown }));
  }

  async moveViews(moves: readonly IdentityMove[]): Promise<IdentityMoveView[]> {
    const ids = moves.flatMap(({ fromPerson, intoPerson, proposedBy, decidedBy }) => [fromPerson, intoPerson, proposedBy, decidedBy]);
    const names = await this.people.names(ids.filter((id) => id !== null));
    const person = (id: string | null): IdentityPerson | undefined => (id === null ? undefined : { id, name: names.get(id) ?? '' });
    return moves.map((move) => moveView(move, person));
  }
}

function identityView(
  { id, issuer, email, name, person, createdAt, lastUsedAt }: Identity & { person: IdentityPerson | null },
  proposed: IdentityMoveView | undefined,
): Fields<IdentityView> {
  return {
    id,
    issuer,
    ...(email !== null && { email }),
    ...(name !== null && { name }),
    ...(person !== null && { person }),
    firstSeenAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    ...(proposed && { proposed }),
  };
}

function moveView(move: IdentityMove, person: (id: string | null) => IdentityPerson | undefined): Fields<IdentityMoveView> {
  const { id, identityId, fromPerson, intoPerson, reason, proposedAt, verdict, decidedAt, remark } = move;
  const [from, into, proposedBy, decidedBy] = [fromPerson, intoPerson, move.proposedBy, move.decidedBy].map(person);
  return {
    id,
    identityId,
    ...(from && { from }),
    into: into ?? { id: intoPerson, name: '' },
    reason,
    ...(proposedBy && { proposedBy }),
    proposedAt: proposedAt.toISOString(),
    ...(verdict !== null && { verdict: verdict as IdentityMoveView['verdict'] }),
    ...(decidedBy && { decidedBy }),
    ...(decidedAt !== null && { decidedAt: decidedAt.toISOString() }),
    ...(remark !== null && { remark }),
  };
}
