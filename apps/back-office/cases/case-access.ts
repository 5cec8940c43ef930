import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { participantName } from '../database/participant-name.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Action } from '../permissions/matrix.js';
import { type Participants, participantsColumn } from '../permissions/participation.js';
import type { CasePlace } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { noteOpened } from '../accesses/opened-files.js';
import { notFound, Problem } from '../problems/problem.js';

const { sql } = Prisma;

export interface StoredCase {
  ref: string;
  procedure: string;
  revision: string;
  title: string;
  owner_id: string;
  body_name: string | null;
  participant: string | null;
  call_id: string | null;
  amount_cents: bigint | null;
  stage: string;
  status: 'open' | 'paused' | 'closed';
  outcome: string | null;
  opened_at: Date;
  closed_at: Date | null;
  next_day: string | null;
  view: CaseView;
  participants: Participants;
}

export const caseColumns = sql`c.ref, c.procedure, c.revision, c.title, c.owner_id, c.body_name, ${participantName}, c.call_id, c.amount_cents, c.stage,
  c.status, c.outcome, c.opened_at, c.closed_at, c.next_day::text, c.view, ${participantsColumn}`;

export const placeOfCase = ({ ref, owner_id, procedure, call_id, participants }: StoredCase): CasePlace => ({
  ref,
  ownerId: owner_id,
  procedure,
  callId: call_id,
  participants,
});

/** One case, if the viewer may do the action on it. */
@Injectable()
export class CaseAccess {
  constructor(private readonly prisma: PrismaService) {}

  /** Throws `notFound` alike for a case that does not exist and for one that is not the viewer's to see. */
  async read(viewer: Viewer, ref: string, action: Action = 'read file'): Promise<StoredCase> {
    const found = await this.find(viewer, ref, action);
    if (!found) throw notFound();
    return found;
  }

  /** Whoever comes through here has opened the case: what the request answers with is recorded as read. */
  async find(viewer: Viewer, ref: string, action: Action): Promise<StoredCase | undefined> {
    const [found] = await this.prisma.$queryRaw<StoredCase[]>`
      SELECT ${caseColumns} FROM case_file c WHERE c.ref = ${ref} AND c.destroyed_at IS NULL AND ${visibleCases(viewer, action)}`;
    if (!found) await this.refuseDestroyed(ref);
    if (found) noteOpened(viewer, placeOfCase(found), action);
    return found;
  }

  /** A case that is no more is told plainly, to anybody who knows its reference: nothing else is known of it. Throws `caseDestroyed`. */
  private async refuseDestroyed(ref: string): Promise<void> {
    const gone = await this.prisma.caseFile.findFirst({ where: { ref, destroyedAt: { not: null } }, select: { destroyedAt: true } });
    if (!gone?.destroyedAt) return;
    const day = frenchDate(civilDateAt(gone.destroyedAt.getTime()));
    throw new Problem('caseDestroyed', {
      help: `Dossier détruit le ${day}, à la fin de sa conservation\u00a0: personne ne peut plus le lire.`,
    });
  }
}
