import { Injectable } from '@nestjs/common';
import type { Entry } from '#workflows/kit/journal.js';
import type { Act } from '#workflows/kit/messages.js';
import { CaseAccess, placeOfCase } from '../cases/case-access.js';
import { entryWords } from '../cases/timeline-words.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { procedureOf } from '../procedures.js';
import { CaseEngine } from '../temporal/case-engine.js';
import type { IncidentView } from './incidents.dto.js';

interface IncidentRow {
  ref: string;
  seq: number;
  status: IncidentView['status'];
  attempts: number;
  last_error: string | null;
  updated_at: Date;
  procedure: string;
  revision: string;
  entry: Entry;
}

const mostShown = 200;

/** Mails and letters that keep failing. They never hold a case up; somebody tries again or gives up with a reason. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly engine: CaseEngine,
  ) {}

  async list(viewer: Viewer): Promise<IncidentView[]> {
    const rows = await this.prisma.$queryRaw<IncidentRow[]>`
      SELECT e.case_ref AS ref, e.seq, e.status, e.attempts, e.last_error, e.updated_at, c.procedure, c.revision, j.entry
      FROM effect e JOIN case_file c ON c.ref = e.case_ref JOIN journal j ON j.case_ref = e.case_ref AND j.seq = e.seq
      WHERE e.status = 'failing' AND ${visibleCases(viewer, 'watch effects')}
      ORDER BY e.updated_at DESC LIMIT ${mostShown}`;
    return rows.map(({ ref, seq, status, attempts, last_error, updated_at, procedure, revision, entry }) => ({
      ref,
      seq,
      label: entryWords(entry, procedureOf(procedure, revision), new Map())?.title ?? entry.type,
      status,
      attempts,
      ...(last_error !== null && { lastError: last_error }),
      updatedAt: updated_at.toISOString(),
    }));
  }

  retry(viewer: Viewer, ref: string, seq: number, key: string): Promise<Receipt> {
    return this.act(viewer, ref, key, { kind: 'retryEffect', effect: seq });
  }

  abandon(viewer: Viewer, ref: string, seq: number, key: string, reason: string): Promise<Receipt> {
    return this.act(viewer, ref, key, { kind: 'abandonEffect', effect: seq, reason });
  }

  private async act(viewer: Viewer, ref: string, key: string, act: Act): Promise<Receipt> {
    const one = await this.access.read(viewer, ref, 'watch effects');
    return this.engine.act(ref, { key, by: viewer.id, roles: rolesOn(placeOfCase(one), viewer), act });
  }
}
