import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedTypes } from '#activities/documents/media-types.js';
import { OpenUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { DocumentView } from './documents.dto.js';
import { DocumentsService } from './documents.service.js';
import { UploadService } from './upload.service.js';

const bytes = { schema: { type: 'string', format: 'binary' } } as const;
/** A file leaves as what it was when it came. */
const anyAcceptedType = Object.fromEntries(Object.keys(acceptedTypes).map((type) => [type, bytes]));

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly uploads: UploadService,
  ) {}

  /** Receives one file, 50 MB at most, onto a draft or a case. The fields must come before the file. */
  @Post()
  @May('attach document')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        draftId: { type: 'string', format: 'uuid' },
        caseRef: { type: 'string' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  uploadDocument(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<DocumentView> {
    return this.uploads.receive(viewer, request);
  }

  @Get(':id')
  @May('read file')
  @OpenUnderGlass()
  getDocument(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<DocumentView> {
    return this.documents.get(viewer, id);
  }

  /** The bytes, always as an attachment. */
  @Get(':id/content')
  @May('read file')
  @OpenUnderGlass()
  @ApiResponse({ status: 200, content: anyAcceptedType })
  async downloadDocument(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { headers, content } = await this.documents.open(viewer, id);
    reply.headers(headers);
    return new StreamableFile(content);
  }

  /** Takes a file off a draft; a filed one stays. */
  @Delete(':id')
  @HttpCode(204)
  @May('create file')
  deleteDocument(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<void> {
    return this.documents.remove(viewer, id);
  }
}
