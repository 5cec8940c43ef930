import { Injectable } from '@nestjs/common';
import { explainInFrench } from '#workflows/calendar/deadline.js';
import { taskOf } from '#workflows/catalogue.js';
import type { Viewer } from '../permissions/viewer.js';
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
      ...(task.context && { context: task.context }),
      dueExplained: task.due ? explainInFrench(task.due) : [],
      ...(await this.drafts.read(viewer, id)),
      mayAnswer: refused === undefined,
      ...(refused && { whyNot: `${problems[refused].title}. ${problems[refused].help}` }),
    };
  }
}
