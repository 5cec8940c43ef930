import { Injectable } from '@nestjs/common';
import type { Prisma } from '#prisma/generated/client.js';
import { taskOf } from '#workflows/catalogue.js';
import { PrismaService } from '../database/prisma.service.js';
import { requireAttached } from '../documents/attached.js';
import { documentIds } from '../forms/form-shape.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { isOver, rolesOnTask, type StoredTask, TaskAccess, whyNot } from './task-access.js';
import type { AnswerDraft, AnswerDraftVersion } from './tasks.dto.js';

/** The way of one answer: may this person? then the case itself accepts or refuses it, once. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: TaskAccess,
    private readonly engine: CaseEngine,
  ) {}

  /**
   * Keeps an answer that is being written; refused once the task is not open to this person. An old copy on one device cannot overwrite
   * a newer one: who read an older version is told so.
   */
  async keep(viewer: Viewer, taskId: string, { content, version }: AnswerDraft): Promise<AnswerDraftVersion> {
    const refused = whyNot(viewer, await this.access.read(viewer, taskId));
    if (refused) throw new Problem(refused);
    const key = { taskId, personId: viewer.id };
    const written = content as Prisma.InputJsonObject;
    const { count } =
      version === 0
        ? await this.prisma.answerDraft.createMany({ data: { ...key, content: written }, skipDuplicates: true })
        : await this.prisma.answerDraft.updateMany({ where: { ...key, version }, data: { content: written, version: { increment: 1 } } });
    if (count === 1) return { version: version + 1 };
    const stored = await this.prisma.answerDraft.findUnique({ where: { taskId_personId: key } });
    throw new Problem('answerDraftChanged', { version: stored?.version ?? 0 });
  }

  async answer(viewer: Viewer, id: string, key: string, answer: Record<string, unknown>): Promise<Receipt> {
    const task = await this.access.read(viewer, id);
    const refused = whyNot(viewer, task);
    // The same key again must find its first receipt: only the case knows whether it has seen the key.
    if (refused && !isOver(refused)) throw new Problem(refused);
    await this.requirePieces(task, answer);
    const act = { kind: 'answer' as const, id: task.item, answer };
    try {
      const receipt = await this.engine.act(task.case_ref, { key, by: viewer.id, roles: rolesOnTask(viewer, task), act });
      await this.prisma.answerDraft.deleteMany({ where: { taskId: id, personId: viewer.id } });
      return receipt;
    } catch (error) {
      if (error instanceof Problem && error.code === 'engineDown') await this.save(viewer, id, answer);
      throw error;
    }
  }

  /** A file that an answer names must be on the case; the form itself is the case's to check. */
  private async requirePieces({ case_ref, procedure, revision, key, context }: StoredTask, answer: Record<string, unknown>) {
    const form = taskOf(procedureOf(procedure, revision), key)?.form(context ?? undefined);
    if (form) await requireAttached(this.prisma, { caseRef: case_ref }, documentIds(form, answer));
  }

  /** What somebody sent is newer than any version of it. */
  private async save({ id: personId }: Viewer, taskId: string, draft: Record<string, unknown>) {
    const content = draft as Prisma.InputJsonObject;
    await this.prisma.answerDraft.upsert({
      where: { taskId_personId: { taskId, personId } },
      create: { taskId, personId, content },
      update: { content, version: { increment: 1 } },
    });
  }
}
