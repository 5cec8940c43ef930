import { Injectable } from '@nestjs/common';
import type { Document } from '#prisma/generated/client.js';
import type { Readable } from 'node:stream';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { documents as sessionDocuments } from '#workflows/ftap-committee/documents.js';
import { signMinutes } from '#workflows/ftap-committee/tasks/sign-minutes.js';
import type { Entry } from '#workflows/kit/journal.js';
import { FileStore } from '#activities/documents/file-store.js';
import { CaseAccess, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { DraftAccess } from '../drafts/draft-access.js';
import { isApplicantOf, rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { isNarrow } from '../permissions/visibility.js';
import { notFound, Problem } from '../problems/problem.js';
import { placeOfCase } from '../cases/case-access.js';
import { attachment, documentView } from './document-row.js';
import { wasThere } from './was-there.js';
import type { DocumentView } from './documents.dto.js';

interface Download {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Readable;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly drafts: DraftAccess,
    private readonly store: FileStore,
  ) {}

  async get(viewer: Viewer, id: string): Promise<DocumentView> {
    return documentView(await this.readable(viewer, id));
  }

  /** Always an attachment, never shown by the browser in this site's name: what people send is not trusted. */
  async open(viewer: Viewer, id: string): Promise<Download> {
    const { filename, mediaType, size, sha256, storageKey } = await this.readable(viewer, id);
    return {
      headers: {
        'content-type': mediaType,
        'content-length': String(size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        digest: `sha-256=${Buffer.from(sha256, 'hex').toString('base64')}`,
      },
      content: await this.store.get(storageKey),
    };
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const document = await this.readable(viewer, id);
    if (document.caseRef !== null || document.draftId === null) throw new Problem('documentFiled');
    await this.drafts.withRight(viewer, document.draftId, 'editor');
    const { count } = await this.prisma.document.deleteMany({ where: { id, caseRef: null } });
    if (count > 0) await this.store.remove(document.storageKey);
  }

  /** Those that were there at the end of a day, or that are there now. */
  async ofCase(viewer: Viewer, ref: string, on?: CivilDate): Promise<DocumentView[]> {
    const one = await this.access.read(viewer, ref);
    const documents = await this.prisma.document.findMany({ where: { caseRef: ref }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    const there = on === undefined ? () => true : wasThere(await this.entriesOf(ref), on);
    return documents.filter((document) => isOpenTo(viewer, one, document) && there(document)).map(documentView);
  }

  private async entriesOf(ref: string): Promise<Entry[]> {
    const rows = await this.prisma.journal.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });
    return rows.map(({ entry }) => entry as unknown as Entry);
  }

  /** A draft's documents are open to who reads the draft; a case's follow the case. */
  private async readable(viewer: Viewer, id: string): Promise<Document> {
    const document = await this.prisma.document.findUnique({ where: { id } });
    if (!document) throw notFound();
    if (document.caseRef !== null) {
      const one = await this.access.read(viewer, document.caseRef);
      if (isOpenTo(viewer, one, document)) return document;
    } else if (document.draftId !== null) {
      await this.drafts.read(viewer, document.draftId);
      return document;
    }
    throw notFound();
  }
}

/**
 * What the service's people attach while they work stays within the service; the applicant and the experts read what was filed, what
 * the applicant sent since, and what the case produced. Draft minutes are for who signs them: a member may stand aside from what they tell.
 */
export function isOpenTo(viewer: Viewer, one: StoredCase, { kind, uploadedBy, draftId }: Document): boolean {
  const place = placeOfCase(one);
  const within = rolesOn(place, viewer).some((role) => !isNarrow(role, one.procedure));
  const sentByApplicant = uploadedBy !== null && isApplicantOf(place, uploadedBy);
  if (kind === sessionDocuments.draft.key)
    return within || one.view.waits.some(({ key, who }) => key === signMinutes.key && who?.person === viewer.id);
  return within || kind !== attachment || draftId !== null || sentByApplicant || uploadedBy === viewer.id;
}
