import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IdentityMove } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import { extentOf } from '../permissions/matrix.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { SessionStore } from '../session/session-store.js';
import type { IdentityMoveDecision, IdentityMoveProposal, IdentityMoveView } from './identities.dto.js';
import { IdentityListsService } from './identity-lists.service.js';

/**
 * Gives an identity to a person: somebody who has changed ministry, and whom the provider knows under another subject, or two accounts of
 * one person. Whoever has an identity acts as its person, so one person proposes and an administrator who is another decides; neither is
 * the person who would gain or lose by it.
 */
@Injectable()
export class IdentityMovesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly sessions: SessionStore,
    private readonly lists: IdentityListsService,
  ) {}

  async propose(viewer: Viewer, identityId: string, { into, reason }: IdentityMoveProposal): Promise<IdentityMoveView> {
    const identity = await this.prisma.identity.findUnique({
      where: { id: identityId },
      include: { moves: { where: { decidedAt: null } } },
    });
    const person = identity && (await this.prisma.person.findUnique({ where: { id: into }, select: { id: true } }));
    if (!identity || !person) throw notFound();
    if (identity.personId === into) throw new Problem('identityAlreadyTheirs');
    if (identity.moves.length > 0) throw new Problem('identityMoveWaiting');
    if (isConcerned(viewer, { fromPerson: identity.personId, intoPerson: into })) throw new Problem('identityMoveOwn');
    const move = await this.prisma.identityMove.create({
      data: { id: randomUUID(), identityId, fromPerson: identity.personId, intoPerson: into, reason, proposedBy: viewer.id },
    });
    return this.view(move);
  }

  /** Accepted, whoever was signed in by that identity is signed out: they are somebody else from now on. */
  async decide(viewer: Viewer, id: string, { verdict, remark }: IdentityMoveDecision): Promise<IdentityMoveView> {
    const move = await this.prisma.identityMove.findUnique({ where: { id } });
    if (!move) throw notFound();
    if (!viewer.grants.some(({ role }) => extentOf('templates/roles', role) === 'd')) throw new Problem('forbidden');
    if (move.proposedBy === viewer.id || isConcerned(viewer, move)) throw new Problem('identityMoveOwn');
    const decided = await this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.identityMove.updateMany({
        where: { id, decidedAt: null },
        data: { verdict, decidedBy: viewer.id, decidedAt: new Date(), remark: remark ?? null },
      });
      if (count === 0) throw new Problem('identityMoveDecided');
      if (verdict === 'accepted') {
        // Nobody else may have given it away meanwhile: one proposal at a time, and a first sign-in gives only what is nobody's.
        const given = await transaction.identity.updateMany({
          where: { id: move.identityId, personId: move.fromPerson },
          data: { personId: move.intoPerson },
        });
        if (given.count === 0) throw new Problem('identityMoveDecided');
      }
      return transaction.identityMove.findUniqueOrThrow({ where: { id } });
    });
    if (verdict === 'accepted') await this.sessions.endOfIdentity(move.identityId);
    return this.view(decided);
  }

  private async view(move: IdentityMove): Promise<IdentityMoveView> {
    const [view] = await this.lists.moveViews([move]);
    if (!view) throw notFound();
    return view;
  }
}

const isConcerned = ({ id }: Viewer, { fromPerson, intoPerson }: Pick<IdentityMove, 'fromPerson' | 'intoPerson'>) =>
  id === fromPerson || id === intoPerson;
