import { Inject, Injectable } from '@nestjs/common';
import { caseLetter } from '#activities/documents/letters/case-letter.js';
import { renderLetter } from '#activities/documents/letters/render-letter.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { taskOf } from '#workflows/catalogue.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { CaseClock } from '../temporal/case-clock.js';
import { TaskAccess, whyNot } from './task-access.js';

/** The letter that an answer would send, before it is sent: the story's own, marked as a draft. */
@Injectable()
export class LetterPreviewService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: TaskAccess,
    private readonly clock: CaseClock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** For who may answer the task. Throws `answerInvalid` for an answer that the form refuses, `noLetter` for one that sends nothing. */
  async preview(viewer: Viewer, id: string, answer: Record<string, unknown>): Promise<Buffer> {
    const task = await this.access.read(viewer, id);
    const refused = whyNot(viewer, task);
    if (refused) throw new Problem(refused);
    const { case_ref: ref, procedure, revision, key } = task;
    const type = taskOf(procedureOf(procedure, revision), key);
    if (!type?.letter) throw notFound();
    const context = task.context as never;
    const read = type.form(context).safeParse(answer);
    if (!read.success) {
      const fields = Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message]));
      throw new Problem('answerInvalid', { fields });
    }
    const draft = type.letter(context, read.data);
    if (!draft) throw new Problem('noLetter');
    const { view } = await this.prisma.caseFile.findUniqueOrThrow({ where: { ref }, select: { view: true } });
    const { summary } = view as unknown as CaseView;
    const at = await this.clock.now(ref);
    const surroundings = { prisma: this.prisma, service: this.environment.JALON_SERVICE };
    const letter = await caseLetter(surroundings, { ref, procedure, summary }, { document: draft.document.key, data: draft.data }, at);
    return renderLetter(letter, at, { draft: true });
  }
}
