import { Injectable } from '@nestjs/common';
import type { Prisma } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import type { AnswerDraft, AnswerDraftVersion } from './tasks.dto.js';

/** Answers being written, to tasks and to expected events: `id` names the item, such as `FTAP-2026-000001.decide-1`. */
@Injectable()
export class AnswerDraftsService {
  constructor(private readonly prisma: PrismaService) {}

  async read(viewer: Viewer, id: string): Promise<{ draft?: Record<string, unknown>; draftVersion: number }> {
    const stored = await this.prisma.answerDraft.findUnique({ where: { taskId_personId: keyOf(viewer, id) } });
    return { ...(stored && { draft: stored.content as Record<string, unknown> }), draftVersion: stored?.version ?? 0 };
  }

  /** An old copy on one device cannot overwrite a newer one: who read an older version is told so. */
  async keep(viewer: Viewer, id: string, { content, version }: AnswerDraft): Promise<AnswerDraftVersion> {
    const key = keyOf(viewer, id);
    const written = content as Prisma.InputJsonObject;
    const { count } =
      version === 0
        ? await this.prisma.answerDraft.createMany({ data: { ...key, content: written }, skipDuplicates: true })
        : await this.prisma.answerDraft.updateMany({ where: { ...key, version }, data: { content: written, version: { increment: 1 } } });
    if (count === 1) return { version: version + 1 };
    throw new Problem('answerDraftChanged', { version: (await this.read(viewer, id)).draftVersion });
  }

  /** Sends an answer, and keeps it as a draft while the engine is away: what somebody sent is newer than any version of it. */
  async whileSending<T>(viewer: Viewer, id: string, answer: Record<string, unknown>, send: () => Promise<T>): Promise<T> {
    const key = keyOf(viewer, id);
    try {
      const sent = await send();
      await this.prisma.answerDraft.deleteMany({ where: key });
      return sent;
    } catch (error) {
      const content = answer as Prisma.InputJsonObject;
      if (error instanceof Problem && error.code === 'engineDown')
        await this.prisma.answerDraft.upsert({
          where: { taskId_personId: key },
          create: { ...key, content },
          update: { content, version: { increment: 1 } },
        });
      throw error;
    }
  }
}

const keyOf = ({ id: personId }: Viewer, taskId: string) => ({ taskId, personId });
