import { Injectable } from '@nestjs/common';
import { dateOf, dayOf } from '#activities/retention/keep-until.js';
import type { DataRequest } from '#prisma/generated/client.js';
import { addMonths } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { extentOf } from '../permissions/matrix.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import type { DataRequestAnswer, DataRequestKind, DataRequestVerdict, DataRequestView, NewDataRequest } from './own-data.dto.js';

const mostShown = 200;

/** Somebody asks that their data be put right or erased; they are answered within a month (RGPD art. 12, 16 and 17). */
@Injectable()
export class DataRequestsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly people: PeopleService,
  ) {}

  /** The same key twice is one request. Throws `keyUsed`. */
  async ask(viewer: Viewer, id: string, { kind, text }: NewDataRequest): Promise<DataRequestView> {
    const dueOn = dateOf(addMonths(civilDateAt(Date.now()), 1));
    await this.prisma.dataRequest.createMany({ data: { id, personId: viewer.id, kind, text, dueOn }, skipDuplicates: true });
    const kept = await this.prisma.dataRequest.findUniqueOrThrow({ where: { id } });
    if (kept.personId !== viewer.id) throw new Problem('keyUsed');
    return view(viewer, kept);
  }

  /** One's own, the latest first. */
  async own(viewer: Viewer): Promise<DataRequestView[]> {
    const rows = await this.prisma.dataRequest.findMany({ where: { personId: viewer.id }, orderBy: { at: 'desc' }, take: mostShown });
    return rows.map((row) => view(viewer, row));
  }

  /** Everybody's, those that wait first, by their last day. */
  async all(viewer: Viewer, waiting: boolean): Promise<DataRequestView[]> {
    const rows = await this.prisma.dataRequest.findMany({
      where: waiting ? { answeredAt: null } : {},
      orderBy: [{ answeredAt: { sort: 'desc', nulls: 'first' } }, { dueOn: 'asc' }],
      take: mostShown,
    });
    const names = await this.people.names(rows.map(({ personId }) => personId));
    return rows.map((row) => view(viewer, row, names.get(row.personId) ?? ''));
  }

  /** Throws `notFound`, `dataRequestAnswered`; `separationOfDuties` to who asked. */
  async answer(viewer: Viewer, id: string, { verdict, answer }: DataRequestAnswer): Promise<DataRequestView> {
    const found = await this.prisma.dataRequest.findUnique({ where: { id } });
    if (!found) throw notFound();
    if (found.personId === viewer.id) throw new Problem('separationOfDuties');
    const { count } = await this.prisma.dataRequest.updateMany({
      where: { id, answeredAt: null },
      data: { verdict, answer, answeredBy: viewer.id, answeredAt: new Date() },
    });
    if (count === 0) throw new Problem('dataRequestAnswered');
    const names = await this.people.names([found.personId]);
    return view(viewer, await this.prisma.dataRequest.findUniqueOrThrow({ where: { id } }), names.get(found.personId) ?? '');
  }
}

function view(viewer: Viewer, row: DataRequest, personName?: string): DataRequestView {
  const waits = row.answeredAt === null;
  const dueOn = dayOf(row.dueOn);
  return {
    id: row.id,
    kind: row.kind as DataRequestKind,
    text: row.text,
    at: row.at.toISOString(),
    dueOn,
    overdue: waits && dueOn < civilDateAt(Date.now()),
    ...(personName !== undefined && { personName }),
    ...(row.answeredAt && {
      verdict: row.verdict as DataRequestVerdict,
      answer: row.answer ?? '',
      answeredAt: row.answeredAt.toISOString(),
    }),
    mayAnswer:
      waits && row.personId !== viewer.id && viewer.grants.some(({ role }) => extentOf('answer data requests', role) !== undefined),
  };
}
