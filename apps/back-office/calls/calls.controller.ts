import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { May, SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { CallProgress } from './call-progress.dto.js';
import { CallProgressService } from './call-progress.service.js';
import { CallRehearsalService } from './call-rehearsal.service.js';
import { CallVersionView } from './call-versions.dto.js';
import { CallVersionsService } from './call-versions.service.js';
import { CallActRequest, CallChange, CallCopy, CallGroupsView, CallView, NewCall } from './calls.dto.js';
import { CallsService } from './calls.service.js';
import { RehearsalRequest, RehearsalView } from './rehearsal.dto.js';

@ApiTags('calls')
@Controller('calls')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly versions: CallVersionsService,
    private readonly progress: CallProgressService,
    private readonly rehearsals: CallRehearsalService,
  ) {}

  /** Calls that are published or were; drafts too for who manages calls. */
  @Get()
  @SignedIn()
  listCalls(@CurrentViewer() viewer: Viewer): Promise<CallView[]> {
    return this.calls.list(viewer);
  }

  /** Groups of reviewers and experts that a call may name. */
  @Get('groups')
  @May('manage calls')
  listCallGroups(): Promise<CallGroupsView> {
    return this.calls.groups();
  }

  @Get(':id')
  @SignedIn()
  getCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallView> {
    return this.calls.get(viewer, id);
  }

  /** What the call said from one change to the next, the latest first. */
  @Get(':id/versions')
  @SignedIn()
  listCallVersions(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallVersionView[]> {
    return this.versions.list(viewer, id);
  }

  /** Its cases, and what is left of its envelope. */
  @Get(':id/progress')
  @May('manage calls')
  getCallProgress(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<CallProgress> {
    return this.progress.of(viewer, id);
  }

  @Post()
  @May('manage calls')
  createCall(@CurrentViewer() viewer: Viewer, @Body() call: NewCall): Promise<CallView> {
    return this.calls.create(viewer, call);
  }

  /** Changes a draft, or amends a published call with a reason: cases already filed keep the version that they answered. */
  @Put(':id')
  @May('manage calls')
  changeCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() change: CallChange): Promise<CallView> {
    return this.calls.change(viewer, id, change);
  }

  /** Plays a typical grant under the call's terms, from filing to its last measure, and says what to correct. Nothing is written. */
  @Post(':id/rehearse')
  @HttpCode(200)
  @May('manage calls')
  rehearseCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() request: RehearsalRequest): Promise<RehearsalView> {
    return this.rehearsals.rehearse(viewer, id, request);
  }

  /** Last year's call as a new draft. */
  @Post(':id/copy')
  @May('manage calls')
  copyCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() copy: CallCopy): Promise<CallView> {
    return this.calls.copy(viewer, id, copy);
  }

  /** It receives applications between its dates. */
  @Post(':id/publish')
  @HttpCode(200)
  @May('manage calls')
  publishCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() request: CallActRequest): Promise<CallView> {
    return this.calls.act(viewer, id, 'publish', request);
  }

  /** The envelope is used: nothing more can be filed, until money returns. */
  @Post(':id/exhaust')
  @HttpCode(200)
  @May('manage calls')
  exhaustCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() request: CallActRequest): Promise<CallView> {
    return this.calls.act(viewer, id, 'exhaust', request);
  }

  /** Money has returned to the envelope. */
  @Post(':id/reopen')
  @HttpCode(200)
  @May('manage calls')
  reopenCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() request: CallActRequest): Promise<CallView> {
    return this.calls.act(viewer, id, 'reopen', request);
  }

  /** Nothing more can be filed. Cases go on; drafts stay drafts. */
  @Post(':id/close')
  @HttpCode(200)
  @May('manage calls')
  closeCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() request: CallActRequest): Promise<CallView> {
    return this.calls.act(viewer, id, 'close', request);
  }

  /** Every case is closed or in follow-up; refused with those that are not. */
  @Post(':id/settle')
  @HttpCode(200)
  @May('manage calls')
  settleCall(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() request: CallActRequest): Promise<CallView> {
    return this.calls.act(viewer, id, 'settle', request);
  }
}
