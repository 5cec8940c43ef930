import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { DocumentView } from '../documents/documents.dto.js';
import { DocumentsService } from '../documents/documents.service.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { OpenTo } from '../service-accounts/open-to.decorator.js';
import { CaseDetailService } from './case-detail.service.js';
import { CaseListService } from './case-list.service.js';
import { AsOfQuery, CaseDetail, CasePage, CasesQuery, JournalEntry, TimelineItem } from './cases.dto.js';
import { HistoryService } from './history.service.js';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CaseListService,
    private readonly details: CaseDetailService,
    private readonly history: HistoryService,
    private readonly documents: DocumentsService,
  ) {}

  @Get()
  @May('read file')
  @OpenTo('cases:read')
  listCases(@CurrentViewer() viewer: Viewer, @Query() query: CasesQuery): Promise<CasePage> {
    return this.cases.page(viewer, query);
  }

  /** The case as it is, or as it was at the end of a day. */
  @Get(':ref')
  @May('read file')
  @OpenTo('cases:read')
  @OpenUnderGlass()
  getCase(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Query() { on }: AsOfQuery): Promise<CaseDetail> {
    return this.details.get(viewer, ref, on);
  }

  @Get(':ref/timeline')
  @May('read file')
  @OpenTo('cases:read')
  @OpenUnderGlass()
  getTimeline(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Query() { on }: AsOfQuery): Promise<TimelineItem[]> {
    return this.history.timeline(viewer, ref, on);
  }

  /** The raw entries, hash-chained. Who may audit but not read the case sees types, dates and hashes only. */
  @Get(':ref/journal')
  @May('audit log')
  @OpenUnderGlass()
  getJournal(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<JournalEntry[]> {
    return this.history.journal(viewer, ref);
  }

  @Get(':ref/documents')
  @May('read file')
  @OpenUnderGlass()
  listCaseDocuments(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Query() { on }: AsOfQuery): Promise<DocumentView[]> {
    return this.documents.ofCase(viewer, ref, on);
  }
}
