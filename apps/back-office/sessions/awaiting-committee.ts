import { Injectable } from '@nestjs/common';
import type { CaseView, Wait } from '#workflows/kit/case-view.js';
import { committeeHeard, type CommitteeContext } from '#workflows/ftap/tasks/committee.js';
import { PrismaService } from '../database/prisma.service.js';
import { sessionProcedure } from '../permissions/visibility.js';

/** A case that expects the committee, as it stands now. */
export interface Awaiting {
  readonly ref: string;
  readonly title: string;
  readonly bodyName: string;
  readonly siret: string;
  readonly context: CommitteeContext;
  readonly lastDay?: string;
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** The cases of a call that may be put on an agenda. */
@Injectable()
export class AwaitingCommittee {
  constructor(private readonly prisma: PrismaService) {}

  /** Those that wait for the committee and are on the agenda of no session that still runs. */
  async of(callId: string): Promise<Awaiting[]> {
    const [rows, onAgenda] = await Promise.all([
      this.prisma.caseFile.findMany({
        where: { callId, status: 'open', waits: { some: { kind: 'event', key: committeeHeard.key } } },
        orderBy: { ref: 'asc' },
        select: { ref: true, title: true, bodyName: true, siret: true, lastSeq: true, lastHash: true, view: true },
      }),
      this.onAgenda(callId),
    ]);
    return rows.flatMap(({ view, bodyName, siret, ...row }) => {
      const wait = (view as unknown as CaseView).waits.find(({ kind, key }) => kind === 'event' && key === committeeHeard.key);
      if (!wait || onAgenda.has(row.ref)) return [];
      return [{ ...row, bodyName: bodyName ?? '', siret: siret ?? '', context: wait.context as CommitteeContext, ...lastDayOf(wait) }];
    });
  }

  /** References of the cases on the agenda of a session that runs, with that session's. */
  async onAgenda(callId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.prisma.$queryRaw<{ ref: string; session: string }[]>`
      SELECT a->>'ref' AS ref, s.ref AS session FROM case_file s JOIN journal j ON j.case_ref = s.ref AND j.seq = 1
        CROSS JOIN LATERAL jsonb_array_elements(j.entry->'input'->'agenda') a
      WHERE s.procedure = ${sessionProcedure} AND s.call_id = ${callId}::uuid AND s.status <> 'closed'`;
    return new Map(rows.map(({ ref, session }) => [ref, session]));
  }
}

const lastDayOf = ({ due, stopped }: Wait) => (due && !stopped ? { lastDay: due.lastDay } : {});
