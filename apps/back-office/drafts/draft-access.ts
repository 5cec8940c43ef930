import { Injectable } from '@nestjs/common';
import type { Call, Participation, Draft, Prisma } from '#prisma/generated/client.js';
import { noteShared } from '../accesses/opened-files.js';
import { PrismaService } from '../database/prisma.service.js';
import { type ParticipationRight, rightsFrom, suffices } from '../permissions/participation.js';
import type { Viewer } from '../permissions/viewer.js';
import type { ProblemCode } from '../problems/catalogue.js';
import { notFound, Problem } from '../problems/problem.js';

export type SharedDraft = Draft & { readonly participations: readonly Participation[] };
export type DraftRight = 'owner' | ParticipationRight;

/** Drafts on which the viewer holds at least that right: their own, and those shared with them. */
export const draftsOpenTo = ({ id }: Viewer, least: ParticipationRight = 'reader') =>
  ({
    OR: [{ ownerId: id }, { participations: { some: { personId: id, right: { in: rightsFrom(least) } } } }],
  }) satisfies Prisma.DraftWhereInput;

/** What the viewer may do on a draft that is open to them. */
export function rightOn(viewer: Viewer, { ownerId, participations }: SharedDraft): DraftRight | undefined {
  if (ownerId === viewer.id) return 'owner';
  return participations.find(({ personId }) => personId === viewer.id)?.right as ParticipationRight | undefined;
}

/** Why somebody who reads the draft may do no more. */
const refusals: Readonly<Record<Exclude<ParticipationRight, 'reader'>, ProblemCode>> = {
  editor: 'draftReadOnly',
  signatory: 'draftNotYoursToFile',
};

/** One draft, if the viewer may do that with it. */
@Injectable()
export class DraftAccess {
  constructor(private readonly prisma: PrismaService) {}

  /** Throws `notFound` alike for a draft that does not exist and for one that is not shared with the viewer. */
  async read(viewer: Viewer, id: string): Promise<SharedDraft> {
    const draft = await this.prisma.draft.findFirst({ where: { id, ...draftsOpenTo(viewer) }, include: { participations: true } });
    if (!draft) throw notFound();
    noteShared(viewer, draft);
    return draft;
  }

  /** The draft, to write in it or to file it. */
  async withRight(viewer: Viewer, id: string, least: 'editor' | 'signatory'): Promise<SharedDraft> {
    const draft = await this.read(viewer, id);
    const right = rightOn(viewer, draft);
    if (right !== 'owner' && !suffices(right, least)) throw new Problem(refusals[least]);
    return draft;
  }

  /** The draft, for what its owner alone does: deleting it, sharing it. */
  async owned(viewer: Viewer, id: string): Promise<SharedDraft> {
    const draft = await this.read(viewer, id);
    if (draft.ownerId !== viewer.id) throw new Problem('draftOwnerOnly');
    return draft;
  }

  async callOf(draft: Draft): Promise<Call> {
    const call = draft.callId === null ? null : await this.prisma.call.findUnique({ where: { id: draft.callId } });
    if (!call) throw notFound();
    return call;
  }
}
