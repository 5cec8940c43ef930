import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import { SessionService } from '../session/session.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { TaskAccess, whyNot } from './task-access.js';
import type { TaskView } from './tasks.dto.js';
import { TasksService } from './tasks.service.js';

/** A claim tells colleagues who takes a task; it gives no right and takes none. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: TaskAccess,
    private readonly tasks: TasksService,
    private readonly sessions: SessionService,
  ) {}

  async claim(viewer: Viewer, id: string): Promise<TaskView> {
    await this.mayTake(viewer, id);
    const taken = await this.prisma.$queryRaw<{ person_id: string }[]>`
      INSERT INTO claim (task_id, person_id) VALUES (${id}, ${viewer.id}::uuid)
      ON CONFLICT (task_id) DO UPDATE SET at = claim.at RETURNING person_id`;
    if (taken[0]?.person_id !== viewer.id) throw new Problem('taskTaken');
    return this.tasks.get(viewer, id);
  }

  async release(viewer: Viewer, id: string): Promise<TaskView> {
    await this.access.read(viewer, id);
    await this.prisma.claim.deleteMany({ where: { taskId: id, personId: viewer.id } });
    return this.tasks.get(viewer, id);
  }

  /** Gives the task to a colleague, who must be able to answer it. */
  async assign(viewer: Viewer, id: string, personId: string): Promise<TaskView> {
    await this.access.read(viewer, id);
    const colleague = await this.sessions.viewerById(personId);
    if (!colleague) throw new Problem('invalid', { fields: { personId: 'Cette personne n’existe pas.' } });
    await this.mayTake(colleague, id);
    await this.prisma.claim.upsert({
      where: { taskId: id },
      create: { taskId: id, personId },
      update: { personId, at: new Date() },
    });
    return this.tasks.get(viewer, id);
  }

  private async mayTake(person: Viewer, id: string) {
    const refused = whyNot(person, await this.access.read(person, id));
    if (refused) throw new Problem(refused);
  }
}
