import { Injectable } from '@nestjs/common';
import type { Deadline } from '#workflows/calendar/deadline.js';
import type { RefusalCode } from '#workflows/kit/messages.js';
import type { Role } from '#workflows/kit/people.js';
import { noteOpened } from '../accesses/opened-files.js';
import { PrismaService } from '../database/prisma.service.js';
import { type Participants, participantsColumn } from '../permissions/participation.js';
import { type CasePlace, rolesOn, whyNotAnswer } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases, visibleTasks } from '../permissions/visibility.js';
import { notFound } from '../problems/problem.js';
import { type StoredTaskRow, taskColumns, taskTables } from './task-row.js';
import type { TaskStatus } from './tasks.dto.js';

export interface StoredTask extends StoredTaskRow {
  item: string;
  status: TaskStatus;
  person_id: string | null;
  group_name: string | null;
  except: string[];
  context: Record<string, unknown> | null;
  due: Deadline | null;
  owner_id: string;
  call_id: string | null;
  participants: Participants;
  case_status: 'open' | 'paused' | 'closed';
  /** Roles in which the viewer has answered on this case. */
  answered_as: Role[];
}

/** One task, if the viewer may read it; and whether they may answer it. */
@Injectable()
export class TaskAccess {
  constructor(private readonly prisma: PrismaService) {}

  /** Throws `notFound` for a task that does not exist or is not the viewer's to read. */
  async read(viewer: Viewer, id: string): Promise<StoredTask> {
    const [task] = await this.prisma.$queryRaw<StoredTask[]>`
      SELECT ${taskColumns}, t.item, t.status, t.person_id, t.group_name, t.except, t.context, t.due, c.owner_id, c.call_id,
        c.status AS case_status, ${participantsColumn},
        ARRAY(SELECT DISTINCT a.role FROM task a WHERE a.case_ref = t.case_ref AND a.answered_by = ${viewer.id}::uuid) AS answered_as
      FROM ${taskTables} WHERE t.id = ${id} AND ${visibleCases(viewer)} AND ${visibleTasks(viewer)}`;
    if (!task) throw notFound();
    noteOpened(viewer, placeOf(task), 'read file');
    return task;
  }
}

const placeOf = ({ case_ref, owner_id, procedure, call_id, participants }: StoredTask): CasePlace => ({
  ref: case_ref,
  ownerId: owner_id,
  procedure,
  callId: call_id,
  participants,
});

export const rolesOnTask = (viewer: Viewer, task: StoredTask) => rolesOn(placeOf(task), viewer, 'answer task');

const endings: Readonly<Record<TaskStatus, RefusalCode | undefined>> = {
  open: undefined,
  answered: 'taskNotOpen',
  lapsed: 'taskLapsed',
  dropped: 'taskDropped',
};

/** What no longer can be answered, as far as the tables know. */
export const isOver = (code: RefusalCode): boolean => ['taskNotOpen', 'taskLapsed', 'taskDropped', 'caseClosed'].includes(code);

/** Why the person may not answer the task now; undefined when they may. */
export function whyNot(viewer: Viewer, task: StoredTask): RefusalCode | undefined {
  const to = { role: task.role, ...(task.person_id && { person: task.person_id }), ...(task.group_name && { group: task.group_name }) };
  const refused = whyNotAnswer(placeOf(task), viewer, to, { except: task.except, answeredAs: task.answered_as });
  if (refused) return refused;
  if (task.case_status === 'closed') return 'caseClosed';
  return endings[task.status];
}
