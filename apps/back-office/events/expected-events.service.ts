import { Injectable } from '@nestjs/common';
import { catalogue, eventOf } from '#workflows/catalogue.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import { expectedEvents } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { procedureOf } from '../procedures.js';
import type { ExpectedEventRow } from './events.dto.js';

interface StoredEvent {
  readonly ref: string;
  readonly title: string;
  readonly body_name: string | null;
  readonly procedure: string;
  readonly revision: string;
  readonly item: string;
  readonly key: string;
  readonly last_day: string | null;
  readonly late: boolean;
  readonly stopped: boolean;
}

/** What another case or another page brings is nobody's to record. */
const broughtElsewhere = catalogue.flatMap(({ events }) => events.flatMap(({ key, watchedBy }) => (watchedBy === undefined ? [] : [key])));

const mostShown = 50;

/** Events are no tasks: they have no claim and no draft, but somebody has to record them. */
@Injectable()
export class ExpectedEventsService {
  constructor(private readonly prisma: PrismaService) {}

  async list(viewer: Viewer): Promise<Fields<ExpectedEventRow>[]> {
    const rows = await this.prisma.$queryRaw<StoredEvent[]>`
      SELECT c.ref, c.title, c.body_name, c.procedure, c.revision, w.item, w.key, w.last_day::text, w.stopped,
        COALESCE((SELECT bool_or((v->>'overdue')::boolean) FROM jsonb_array_elements(c.view->'waits') v WHERE v->>'id' = w.item), FALSE) AS late
      FROM wait w JOIN case_file c ON c.ref = w.case_ref
      WHERE w.kind = 'event' AND NOT w.optional AND w.key <> ALL (${broughtElsewhere}) AND ${expectedEvents(viewer)}
      ORDER BY COALESCE(w.last_day, DATE '9999-12-31'), c.ref, w.item LIMIT ${mostShown}`;
    return rows.map(({ ref, title, body_name, procedure, revision, item, key, last_day, late, stopped }) => ({
      ref,
      title,
      ...(body_name !== null && { applicantBody: body_name }),
      procedure,
      item,
      label: eventOf(procedureOf(procedure, revision), key)?.label ?? key,
      ...(last_day !== null && !stopped && { lastDay: last_day }),
      overdue: late,
      stopped,
    }));
  }
}
