import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Call, Draft, Prisma } from '#prisma/generated/client.js';
import { FileStore } from '#activities/documents/file-store.js';
import { isOpen } from '../calls/calls.service.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { formErrors } from '../forms/form-shape.js';
import { applicationForm } from './application-form.js';
import { contentOf, draftSummary } from './draft-view.js';
import type { DraftChange, DraftSummary, DraftVersion, DraftView } from './drafts.dto.js';

/** Applications being written. Their owner alone sees them; nobody loses what was typed. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly store: FileStore,
  ) {}

  async create(viewer: Viewer, callId: string): Promise<DraftView> {
    const call = await this.prisma.call.findUnique({ where: { id: callId }, include: { fund: true } });
    if (!call || call.status === 'draft') throw notFound();
    if (!isOpen(call)) throw new Problem('callNotOpen');
    const { id: ownerId } = viewer;
    const draft = await this.prisma.draft.create({ data: { id: randomUUID(), procedure: call.procedure, callId, ownerId, content: {} } });
    return this.view(draft, call);
  }

  async list(viewer: Viewer): Promise<DraftSummary[]> {
    const drafts = await this.prisma.draft.findMany({ where: { ownerId: viewer.id }, orderBy: { updatedAt: 'desc' } });
    const calls = await this.prisma.call.findMany({ where: { id: { in: drafts.flatMap(({ callId }) => callId ?? []) } } });
    return drafts.flatMap((draft) => {
      const call = calls.find(({ id }) => id === draft.callId);
      return call ? [draftSummary(draft, call)] : [];
    });
  }

  async get(viewer: Viewer, id: string): Promise<DraftView> {
    const draft = await this.owned(viewer, id);
    return this.view(draft, await this.callOf(draft));
  }

  /** Two tabs cannot overwrite each other: who read an older version is told so. */
  async save(viewer: Viewer, id: string, { content, version }: DraftChange): Promise<DraftVersion> {
    const { count } = await this.prisma.draft.updateMany({
      where: { id, ownerId: viewer.id, version, caseRef: null },
      data: { content: content as Prisma.InputJsonObject, version: { increment: 1 } },
    });
    if (count === 1) return { version: version + 1 };
    const draft = await this.owned(viewer, id);
    throw draft.caseRef === null ? new Problem('draftChanged', { version: draft.version }) : new Problem('draftFiled');
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const draft = await this.owned(viewer, id);
    if (draft.caseRef !== null) throw new Problem('draftFiled');
    const documents = await this.prisma.document.findMany({ where: { draftId: id, caseRef: null } });
    await this.prisma.$transaction([
      this.prisma.document.deleteMany({ where: { draftId: id, caseRef: null } }),
      this.prisma.draft.deleteMany({ where: { id, caseRef: null } }),
    ]);
    for (const { storageKey } of documents) await this.store.remove(storageKey);
  }

  async owned(viewer: Viewer, id: string): Promise<Draft> {
    const draft = await this.prisma.draft.findFirst({ where: { id, ownerId: viewer.id } });
    if (!draft) throw notFound();
    return draft;
  }

  async callOf(draft: Draft): Promise<Call> {
    const call = draft.callId === null ? null : await this.prisma.call.findUnique({ where: { id: draft.callId } });
    if (!call) throw notFound();
    return call;
  }

  private view(draft: Draft, call: Call): DraftView {
    const content = contentOf(draft);
    return { ...draftSummary(draft, call), content, errors: formErrors(applicationForm(call), content) };
  }
}
