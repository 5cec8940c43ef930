import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { SessionView, SignIn } from './session.dto.js';
import { SessionService } from './session.service.js';

declare module '@fastify/secure-session' {
  interface SessionData {
    personId: string;
  }
}

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  /** Signs in with a demonstration account. */
  @Post()
  @HttpCode(204)
  @Public()
  async signIn(@Body() { email }: SignIn, @Req() request: FastifyRequest): Promise<void> {
    const person = await this.sessions.demonstrationPerson(email);
    request.session.regenerate();
    request.session.set('personId', person);
  }

  @Get()
  @SignedIn()
  getSession(@CurrentViewer() viewer: Viewer): SessionView {
    return this.sessions.view(viewer);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  signOut(@Req() request: FastifyRequest): void {
    request.session.delete();
  }
}
