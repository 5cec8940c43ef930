import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { SessionCookies } from './session-cookies.js';
import { SessionView, SignIn } from './session.dto.js';
import { SessionService } from './session.service.js';
import { sessionHours, SessionStore } from './session-store.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly store: SessionStore,
    private readonly cookies: SessionCookies,
  ) {}

  /** Signs in with a demonstration account. */
  @Post()
  @HttpCode(204)
  @Public()
  async signIn(@Body() { email }: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const personId = await this.sessions.demonstrationPerson(email);
    const userAgent = request.headers['user-agent'];
    const token = await this.store.begin({ personId, ...(userAgent !== undefined && { userAgent }) });
    this.cookies.write(reply, 'session', token, sessionHours * 3_600);
  }

  @Get()
  @SignedIn()
  getSession(@CurrentViewer() viewer: Viewer): SessionView {
    return this.sessions.view(viewer);
  }
}
