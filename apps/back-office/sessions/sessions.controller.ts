import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GivesContent } from '../accesses/reading.decorator.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { ConveningService } from './convening.service.js';
import {
  Candidates,
  CandidatesQuery,
  Convened,
  NewSession,
  CommitteeSessionRow,
  SessionsQuery,
  CommitteeSession,
  WhatIf,
  WhatIfResult,
} from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly convening: ConveningService,
  ) {}

  /** Sessions of committees, the latest sitting first. */
  @Get()
  @May('read file')
  listCommitteeSessions(@CurrentViewer() viewer: Viewer, @Query() query: SessionsQuery): Promise<CommitteeSessionRow[]> {
    return this.sessions.list(viewer, query);
  }

  /** Cases, members and days that a session of the call can be made of. */
  @Get('candidates')
  @May('manage calls')
  getSessionCandidates(@CurrentViewer() viewer: Viewer, @Query() { callId }: CandidatesQuery): Promise<Candidates> {
    return this.convening.candidates(viewer, callId);
  }

  /** Convenes the committee; its members are told at once. */
  @Post()
  @May('manage calls')
  conveneSession(@CurrentViewer() viewer: Viewer, @Body() session: NewSession): Promise<Convened> {
    return this.convening.convene(viewer, session);
  }

  @Get(':ref')
  @May('read file')
  getCommitteeSession(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<CommitteeSession> {
    return this.sessions.get(viewer, ref);
  }

  /** Where the cut would fall. Nothing is kept. */
  @Post(':ref/what-if')
  @HttpCode(200)
  @May('read file')
  @GivesContent()
  tryWhatIf(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Body() whatIf: WhatIf): Promise<WhatIfResult> {
    return this.sessions.whatIf(viewer, ref, whatIf);
  }
}
