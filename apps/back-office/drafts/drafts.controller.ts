import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { GivesContent } from '../accesses/reading.decorator.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { DraftChange, DraftCopy, DraftSummary, DraftVersion, DraftView, Filed, NewDraft } from './drafts.dto.js';
import { DraftsService } from './drafts.service.js';
import { FilingService } from './filing.service.js';

@ApiTags('drafts')
@Controller('drafts')
@May('create file')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly filing: FilingService,
  ) {}

  @Post()
  createDraft(@CurrentViewer() viewer: Viewer, @Body() { callId }: NewDraft): Promise<DraftView> {
    return this.drafts.create(viewer, callId);
  }

  @Get()
  listDrafts(@CurrentViewer() viewer: Viewer): Promise<DraftSummary[]> {
    return this.drafts.list(viewer);
  }

  @Get(':id')
  getDraft(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<DraftView> {
    return this.drafts.get(viewer, id);
  }

  /** Saves the content; refused with `draftChanged` when the stored version is not the one that was read. */
  @Put(':id')
  saveDraft(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() change: DraftChange): Promise<DraftVersion> {
    return this.drafts.save(viewer, id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  deleteDraft(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<void> {
    return this.drafts.remove(viewer, id);
  }

  /** Begins another draft with the same content, for another open call. Files and commitments are not taken over. */
  @Post(':id/copy')
  @GivesContent()
  copyDraft(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() { callId }: DraftCopy): Promise<DraftView> {
    return this.drafts.copy(viewer, id, callId);
  }

  /** Files the draft: the case begins. Every refusal happens here, before. */
  @Post(':id/file')
  @Idempotent()
  fileDraft(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @IdempotencyKey() _key: string): Promise<Filed> {
    return this.filing.file(viewer, id);
  }
}
