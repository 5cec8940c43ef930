import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Prisma } from '#prisma/generated/client.js';
import { FileStore } from '#activities/documents/file-store.js';
import { isOpen } from '../calls/call-view.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { formErrors } from '../forms/form-shape.js';
import { applicationForm, withoutPieces } from './application-form.js';
import { CoApplicantsService } from './co-applicants.service.js';
import { DraftAccess, draftsOpenTo } from './draft-access.js';
import { conditionsOf, contentOf, type DraftContent, draftSummary } from './draft-view.js';
import type { DraftChange, DraftSummary, DraftVersion, DraftView } from './drafts.dto.js';

/** Applications being written. Their owner and those they share them with see them; nobody loses what was typed. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: DraftAccess,
    private readonly coApplicants: CoApplicantsService,
    private readonly people: PeopleService,
    private readonly store: FileStore,
  ) {}

  async create(viewer: Viewer, callId: string, content: DraftContent = {}): Promise<DraftView> {
    const call = await this.prisma.call.findUnique({ where: { id: callId } });
    if (!call || call.status === 'draft') throw notFound();
    if (!isOpen(call)) throw new Problem('callNotOpen');
    const data = { procedure: call.procedure, callId, ownerId: viewer.id, content: content as Prisma.InputJsonObject };
    const { id } = await this.prisma.draft.create({ data: { id: randomUUID(), ...data } });
    return this.get(viewer, id);
  }

  /** The same application for another call, without its files and commitments: those are given anew. */
  async copy(viewer: Viewer, id: string, callId: string): Promise<DraftView> {
    const draft = await this.access.withRight(viewer, id, 'editor');
    return this.create(viewer, callId, withoutPieces(contentOf(draft)));
  }

  async list(viewer: Viewer): Promise<DraftSummary[]> {
    const drafts = await this.prisma.draft.findMany({
      where: draftsOpenTo(viewer),
      include: { participations: true },
      orderBy: { updatedAt: 'desc' },
    });
    const calls = await this.prisma.call.findMany({ where: { id: { in: drafts.flatMap(({ callId }) => callId ?? []) } } });
    const names = await this.people.names(drafts.map(({ ownerId }) => ownerId));
    return drafts.flatMap((draft) => {
      const call = calls.find(({ id }) => id === draft.callId);
      return call ? [draftSummary(viewer, draft, call, names.get(draft.ownerId) ?? '')] : [];
    });
  }

  async get(viewer: Viewer, id: string): Promise<DraftView> {
    const draft = await this.access.read(viewer, id);
    const [call, names, coApplicants] = await Promise.all([
      this.access.callOf(draft),
      this.people.names([draft.ownerId]),
      this.coApplicants.of(id),
    ]);
    const content = contentOf(draft);
    return {
      ...draftSummary(viewer, draft, call, names.get(draft.ownerId) ?? ''),
      content,
      errors: formErrors(applicationForm(call), content),
      eligibility: conditionsOf(draft, call),
      coApplicants,
    };
  }

  /** Two tabs, or two people, cannot overwrite each other: who read an older version is told so. */
  async save(viewer: Viewer, id: string, { content, version }: DraftChange): Promise<DraftVersion> {
    const { count } = await this.prisma.draft.updateMany({
      where: { id, version, caseRef: null, ...draftsOpenTo(viewer, 'editor') },
      data: { content: content as Prisma.InputJsonObject, version: { increment: 1 } },
    });
    if (count === 1) return { version: version + 1 };
    const draft = await this.access.withRight(viewer, id, 'editor');
    throw draft.caseRef === null ? new Problem('draftChanged', { version: draft.version }) : new Problem('draftFiled');
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const draft = await this.access.owned(viewer, id);
    if (draft.caseRef !== null) throw new Problem('draftFiled');
    const documents = await this.prisma.document.findMany({ where: { draftId: id, caseRef: null } });
    await this.prisma.$transaction([
      this.prisma.document.deleteMany({ where: { draftId: id, caseRef: null } }),
      this.prisma.draft.deleteMany({ where: { id, caseRef: null } }),
    ]);
    for (const { storageKey } of documents) await this.store.remove(storageKey);
  }
}
