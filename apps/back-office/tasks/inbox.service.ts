import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { addDays, weekday } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import { matches } from '../database/search.js';
import { groupTasks, personalTasks, visibleTasks } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { type StoredTaskRow, taskColumns, taskRow, taskTables } from './task-row.js';
import type { TaskCounts, TaskPage, TaskRow, TaskScope, TasksQuery, TaskSort } from './tasks.dto.js';

const { sql, join } = Prisma;

/** Tasks without a last day come last; the same expression as the index `task_open_due`. */
const lastDay = sql`COALESCE(t.last_day, DATE '9999-12-31')`;

const sorts: Readonly<Record<TaskSort, SortKey>> = {
  due: { expression: lastDay, type: 'date' },
  asked: { expression: sql`t.asked_at`, type: 'timestamptz' },
  title: { expression: sql`c.title`, type: 'text' },
};

/** Open tasks as one query: filter, order and page in PostgreSQL. */
@Injectable()
export class InboxService {
  constructor(private readonly prisma: PrismaService) {}

  async page(viewer: Viewer, query: TasksQuery): Promise<TaskPage> {
    const { sort = 'due', order = 'asc', limit = 25, cursor } = query;
    const where = conditions(viewer, query);
    const key = sorts[sort];
    const [rows, counted] = await Promise.all([
      this.prisma.$queryRaw<(StoredTaskRow & { sort_value: string })[]>`
        SELECT ${taskColumns}, ${key.expression}::text AS sort_value FROM ${taskTables}
        WHERE ${where} AND ${after(key, sql`t.id`, order, cursor)} ${inOrder(key, sql`t.id`, order)} LIMIT ${limit + 1}`,
      this.prisma.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${countedTables} WHERE ${where}`,
    ]);
    const { shown, ...rest } = page(rows, limit, ({ id }) => id);
    return { items: shown.map(taskRow), ...rest, total: counted[0]?.total ?? 0 };
  }

  async counts(viewer: Viewer): Promise<TaskCounts> {
    const today = civilDateAt(Date.now());
    const sunday = addDays(today, 7 - weekday(today));
    const [mine, groups] = [inScope('mine', viewer), inScope('groups', viewer)];
    const [counts] = await this.prisma.$queryRaw<TaskCounts[]>`
      SELECT count(*) FILTER (WHERE ${mine})::int AS mine, count(*) FILTER (WHERE ${groups})::int AS groups, count(*)::int AS all,
        count(*) FILTER (WHERE t.overdue AND (${mine} OR ${groups}))::int AS overdue,
        count(*) FILTER (WHERE t.last_day BETWEEN ${today}::date AND ${sunday}::date AND (${mine} OR ${groups}))::int AS "dueThisWeek"
      FROM ${countedTables} WHERE t.status = 'open' AND ${visibleTasks(viewer)}`;
    return counts ?? { mine: 0, groups: 0, all: 0, overdue: 0, dueThisWeek: 0 };
  }

  /** What this person should do on one case. */
  async ofCase(viewer: Viewer, ref: string): Promise<TaskRow[]> {
    const rows = await this.prisma.$queryRaw<StoredTaskRow[]>`
      SELECT ${taskColumns} FROM ${taskTables}
      WHERE t.case_ref = ${ref} AND t.status = 'open' AND (${inScope('mine', viewer)} OR ${inScope('groups', viewer)})
      ORDER BY ${lastDay}, t.id`;
    return rows.map(taskRow);
  }
}

const countedTables = sql`task t JOIN case_file c ON c.ref = t.case_ref LEFT JOIN claim cl ON cl.task_id = t.id`;

const conditions = (viewer: Viewer, { scope = 'mine', procedure, stage, dueBefore, person, q }: TasksQuery): Prisma.Sql =>
  join(
    [
      sql`t.status = 'open'`,
      inScope(scope, viewer),
      ...(procedure === undefined ? [] : [sql`c.procedure = ${procedure}`]),
      ...(stage === undefined ? [] : [sql`c.stage = ${stage}`]),
      ...(dueBefore === undefined ? [] : [sql`t.last_day <= ${dueBefore}::date`]),
      ...(person === undefined ? [] : [sql`(t.person_id = ${person}::uuid OR cl.person_id = ${person}::uuid)`]),
      matches(q),
    ],
    ' AND ',
  );

function inScope(scope: TaskScope, viewer: Viewer): Prisma.Sql {
  if (scope === 'all') return visibleTasks(viewer);
  const groups = groupTasks(viewer);
  return scope === 'groups' ? groups : sql`(${personalTasks(viewer)} OR (cl.person_id = ${viewer.id}::uuid AND ${groups}))`;
}
