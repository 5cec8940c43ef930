import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { OwnSession } from './session.dto.js';
import { SessionStore } from './session-store.js';

/** Where a person is signed in, and the end of it. */
@ApiTags('session')
@Controller('me/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: SessionStore) {}

  @Get()
  @SignedIn()
  listOwnSessions(@CurrentViewer() viewer: Viewer): Promise<OwnSession[]> {
    return this.sessions.list(viewer.id, viewer.session?.id);
  }

  /** Ends all of them but the one that asks. */
  @Delete()
  @HttpCode(204)
  @SignedIn()
  async endOtherSessions(@CurrentViewer() viewer: Viewer): Promise<void> {
    if (viewer.session) await this.sessions.endOthers(viewer.id, viewer.session.id);
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  endOwnSession(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<void> {
    return this.sessions.endOwn(viewer.id, id);
  }
}
