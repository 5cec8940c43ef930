import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { FileRefused, type FileRefusalCode } from '#activities/documents/file-refused.js';
import { FileStore } from '#activities/documents/file-store.js';
import { receiveFile } from '#activities/documents/receive-file.js';
import type { VirusScan } from '#activities/documents/virus-scan.js';
import { CaseAccess } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { CaseClock } from '../temporal/case-clock.js';
import { DraftAccess } from '../drafts/draft-access.js';
import type { Viewer } from '../permissions/viewer.js';
import type { ProblemCode } from '../problems/catalogue.js';
import { notFound, Problem } from '../problems/problem.js';
import { attachment, documentView } from './document-row.js';
import type { DocumentView } from './documents.dto.js';
import { VIRUS_SCAN } from './virus-scan.provider.js';

const refusals: Readonly<Record<FileRefusalCode, ProblemCode>> = {
  fileTooLarge: 'fileTooLarge',
  fileEmpty: 'fileMissing',
  fileTypeRefused: 'fileTypeRefused',
  fileTypeMismatch: 'fileTypeRefused',
  fileArchiveRefused: 'fileArchiveRefused',
  fileInfected: 'fileInfected',
  virusScanDown: 'virusScanDown',
};

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
type Place = { readonly draftId: string } | { readonly caseRef: string };

/** Receives files as a stream: bytes go to the store while they arrive, never whole into memory. */
@Injectable()
export class UploadService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly drafts: DraftAccess,
    private readonly store: FileStore,
    private readonly clock: CaseClock,
    @Inject(VIRUS_SCAN) private readonly scan: VirusScan,
  ) {}

  async receive(viewer: Viewer, request: FastifyRequest): Promise<DocumentView> {
    if (!request.isMultipart()) throw new Problem('fileMissing');
    const file = await request.file().catch((error: unknown) => {
      throw isRefused(error) ? error : new Problem('badRequest', { cause: error });
    });
    if (!file) throw new Problem('fileMissing');
    try {
      const place = await this.placeFor(viewer, valueOf(file.fields['draftId']), valueOf(file.fields['caseRef']));
      const { storageKey, size, sha256, mediaType } = await receiveFile(this.store, file.file, file.filename, this.scan);
      const data = { id: randomUUID(), kind: attachment, filename: file.filename.slice(0, 200), mediaType, size, sha256, storageKey };
      // On the demonstration server a case may be ahead of the clock on the wall.
      const createdAt = new Date('caseRef' in place ? await this.clock.now(place.caseRef) : Date.now());
      return documentView(await this.prisma.document.create({ data: { ...data, ...place, createdAt, uploadedBy: viewer.id } }));
    } catch (error) {
      // What was not read must be, or the client never hears the answer.
      file.file.resume();
      if (error instanceof FileRefused) throw new Problem(refusals[error.code], { cause: error });
      throw error;
    }
  }

  private async placeFor(viewer: Viewer, draftId: string | undefined, caseRef: string | undefined): Promise<Place> {
    if ((draftId === undefined) === (caseRef === undefined)) throw new Problem('fileAmbiguous');
    if (caseRef !== undefined) {
      const { status } = await this.access.read(viewer, caseRef, 'attach document');
      if (status === 'closed') throw new Problem('caseClosed');
      return { caseRef };
    }
    if (draftId === undefined || !uuidPattern.test(draftId)) throw notFound();
    const draft = await this.drafts.withRight(viewer, draftId, 'editor');
    if (draft.caseRef !== null) throw new Problem('draftFiled');
    return { draftId };
  }
}

/** The plugin's own refusals say their status; what its parser throws, such as a missing boundary, says none. */
const isRefused = (error: unknown): boolean => typeof error === 'object' && error !== null && 'statusCode' in error;

/** The value of a text field of the form. */
function valueOf(field: unknown): string | undefined {
  const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
