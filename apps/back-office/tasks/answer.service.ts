import { Injectable } from '@nestjs/common';
import { taskOf } from '#workflows/catalogue.js';
import { PrismaService } from '../database/prisma.service.js';
import { requireAttached } from '../documents/attached.js';
import { documentIds } from '../forms/form-shape.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { requireStrongAs } from '../session/strong-sign-in.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { AnswerGuards } from './answer-guards.js';
import { AnswerDraftsService } from './answer-drafts.service.js';
import { isOver, rolesOnTask, type StoredTask, TaskAccess, whyNot } from './task-access.js';
import type { AnswerDraft, AnswerDraftVersion } from './tasks.dto.js';

/** The way of one answer: may this person? then the case itself accepts or refuses it, once. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: TaskAccess,
    private readonly engine: CaseEngine,
    private readonly drafts: AnswerDraftsService,
    private readonly guards: AnswerGuards,
  ) {}

  /** Keeps an answer that is being written; refused once the task is not open to this person. */
  async keep(viewer: Viewer, taskId: string, draft: AnswerDraft): Promise<AnswerDraftVersion> {
    const refused = whyNot(viewer, await this.access.read(viewer, taskId));
    if (refused) throw new Problem(refused);
    return this.drafts.keep(viewer, taskId, draft);
  }

  async answer(viewer: Viewer, id: string, key: string, answer: Record<string, unknown>): Promise<Receipt> {
    const task = await this.access.read(viewer, id);
    const refused = whyNot(viewer, task);
    // The same key again must find its first receipt: only the case knows whether it has seen the key.
    if (refused && !isOver(refused)) throw new Problem(refused);
    requireStrongAs(task.role, viewer);
    await this.requirePieces(task, answer);
    const act = { kind: 'answer' as const, id: task.item, answer };
    const send = () =>
      this.drafts.whileSending(viewer, id, answer, () =>
        this.engine.act(task.case_ref, { key, by: viewer.id, roles: rolesOnTask(viewer, task), act }),
      );
    return refused ? send() : this.guards.guarded(task, answer, send);
  }

  /** A file that an answer names must be on the case; the form itself is the case's to check. */
  private async requirePieces({ case_ref, procedure, revision, key, context }: StoredTask, answer: Record<string, unknown>) {
    const form = taskOf(procedureOf(procedure, revision), key)?.form(context ?? undefined);
    if (form) await requireAttached(this.prisma, { caseRef: case_ref }, documentIds(form, answer));
  }
}
