import { Injectable } from '@nestjs/common';
import { explainInFrench } from '#workflows/calendar/deadline.js';
import { taskOf } from '#workflows/catalogue.js';
import type { Viewer } from '../permissions/viewer.js';
import { PeopleService } from '../people/people.service.js';
import { procedureOf } from '../procedures.js';
import { problems } from '../problems/catalogue.js';
import { AnswerDraftsService } from './answer-drafts.service.js';
import { TaskAccess, whyNot } from './task-access.js';
import { taskRow } from './task-row.js';
import type { TaskView } from './tasks.dto.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly access: TaskAccess,
    private readonly drafts: AnswerDraftsService,
    private readonly people: PeopleService,
  ) {}

  async get(viewer: Viewer, id: string): Promise<TaskView> {
    const task = await this.access.read(viewer, id);
    const refused = whyNot(viewer, task);
    const help = taskOf(procedureOf(task.procedure, task.revision), task.key)?.help;
    return {
      ...taskRow(task),
      status: task.status,
      revision: task.revision,
      ...(help !== undefined && { help }),
      ...(task.context && { context: task.context, ...(await this.namesIn(task.context)) }),
      dueExplained: task.due ? explainInFrench(task.due) : [],
      ...(await this.drafts.read(viewer, id)),
      mayAnswer: refused === undefined,
      ...(refused && { whyNot: `${problems[refused].title}. ${problems[refused].help}` }),
    };
  }

  /** A context names people by their ids alone; the screen needs their names. */
  private async namesIn({ people }: Record<string, unknown>): Promise<{ names?: Record<string, string> }> {
    return Array.isArray(people) ? { names: Object.fromEntries(await this.people.names(people as string[])) } : {};
  }
}
