import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import type { SessionInput } from '#workflows/ftap-committee/input.js';
import { underTheCut } from '#workflows/ftap-committee/ranking.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import { CaseAccess, caseColumns, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { sessionProcedure, visibleCases } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { type SessionState, sessionState } from './session-state.js';
import { sessionRow, sessionView } from './session-view.js';
import type { SessionCase, CommitteeSessionRow, SessionsQuery, CommitteeSession, WhatIf, WhatIfResult } from './sessions.dto.js';

const { sql } = Prisma;
const mostShown = 200;

@Injectable()
export class SessionsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
  ) {}

  /** The latest sitting first. */
  async list(viewer: Viewer, { callId }: SessionsQuery): Promise<CommitteeSessionRow[]> {
    const rows = await this.prisma.$queryRaw<(StoredCase & { entry: EntryOf<'opened'> })[]>`
      SELECT ${caseColumns}, j.entry FROM case_file c JOIN journal j ON j.case_ref = c.ref AND j.seq = 1
      WHERE c.procedure = ${sessionProcedure} AND ${visibleCases(viewer)} ${callId === undefined ? sql`` : sql`AND c.call_id = ${callId}::uuid`}
      ORDER BY j.entry->'input'->>'metOn' DESC, c.ref DESC LIMIT ${mostShown}`;
    const inputs = rows.map(({ entry }) => entry.input as SessionInput);
    const names = await this.people.names(inputs.map(({ chair }) => chair));
    return rows.map((row, index) => sessionRow(row, { input: inputs[index]! }, (person) => names.get(person) ?? ''));
  }

  async get(viewer: Viewer, ref: string): Promise<CommitteeSession> {
    const { one, state } = await this.read(viewer, ref);
    const { members, secretary } = state.input;
    const names = await this.people.names([...members.map(({ person }) => person), secretary]);
    return sessionView(one, state, { viewerId: viewer.id, nameOf: (person) => names.get(person) ?? '' });
  }

  /** Where the cut would fall with other amounts, another order, another envelope. Writes nothing. */
  async whatIf(viewer: Viewer, ref: string, { envelopeCents, cases }: WhatIf): Promise<WhatIfResult> {
    const { one, state } = await this.read(viewer, ref);
    const { agenda, envelopeLeftCents } = sessionView(one, state, { viewerId: viewer.id, nameOf: () => '' });
    const open = new Map(agenda.flatMap((listed) => (listed.closed ? [] : [[listed.ref, listed] as const])));
    const tried = cases ?? [...open.keys()].map((each) => ({ ref: each, amountCents: undefined }));
    const unknown = tried.filter((each, index) => !open.has(each.ref) || tried.findIndex((same) => same.ref === each.ref) !== index);
    if (unknown.length > 0) throw new Problem('invalid', { fields: { cases: 'Chaque dossier doit être à l’ordre du jour, une fois.' } });
    const envelope = envelopeCents ?? envelopeLeftCents;
    const placed = underTheCut(
      tried.map((each) => ({ ref: each.ref, amountCents: each.amountCents ?? amountOf(open.get(each.ref)) })),
      envelope,
    );
    const fitting = placed.filter(({ fits }) => fits);
    return {
      envelopeCents: envelope,
      cases: placed.map((each) => ({ ...each, title: open.get(each.ref)?.title ?? '' })),
      leftCents: envelope - (fitting.at(-1)?.cumulativeCents ?? 0),
    };
  }

  private async read(viewer: Viewer, ref: string): Promise<{ one: StoredCase; state: SessionState }> {
    const one = await this.access.read(viewer, ref);
    if (one.procedure !== sessionProcedure) throw notFound();
    const rows = await this.prisma.journal.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });
    return { one, state: sessionState(rows.map(({ entry }) => entry as unknown as Entry)) };
  }
}

/** What the sitting proposed; before that, what was asked for. */
const amountOf = (one: Pick<SessionCase, 'opinion' | 'requestedCents'> | undefined): number =>
  one?.opinion?.amountCents ?? one?.requestedCents ?? 0;
