import { Controller, Delete, Get, HttpCode, Inject, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Public } from '../permissions/may.decorator.js';
import { SessionCookies } from '../session/session-cookies.js';
import { sessionHours } from '../session/session-store.js';
import { EntryView, SignedOut, SignInQuery } from './sign-in.dto.js';
import { attemptSeconds, type SignInOutcome, SignInService } from './sign-in.service.js';

interface Redirection {
  readonly url: string;
  readonly statusCode: 303;
}
const to = (url: string): Redirection => ({ url, statusCode: 303 });

/** By these a browser leaves for the provider and comes back: addresses of pages, not of an API. */
@ApiTags('session')
@Controller('session')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly cookies: SessionCookies,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Whether this is a demonstration, and whom to write to. */
  @Get('entry')
  @Public()
  getEntry(): EntryView {
    const { name, email, phone } = this.environment.JALON_SERVICE;
    return { demonstration: this.environment.JALON_DEMONSTRATION, contact: { name, email, phone } };
  }

  /** Sends the browser to the provider. */
  @Get('sign-in')
  @Public()
  @Redirect('/', 303)
  @ApiResponse({ status: 303, description: 'To the provider, or to the sign-in page when it does not answer.' })
  async beginSignIn(@Query() { returnTo, strong }: SignInQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<Redirection> {
    const begun = await this.signIn.begin(returnTo, strong === '1');
    if (!begun) return to('/connexion?probleme=injoignable');
    this.cookies.write(reply, 'attempt', begun.token, attemptSeconds);
    return to(begun.url);
  }

  /** Where the provider sends the browser back. */
  @Get('callback')
  @Public()
  @Redirect('/', 303)
  @ApiResponse({ status: 303, description: 'To the page that the person came from, or to one that says what is wrong.' })
  async finishSignIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Redirection> {
    const outcome = await this.signIn.finish({
      search: new URL(request.url, this.environment.JALON_BASE_URL).search,
      attemptToken: this.cookies.read(request, 'attempt'),
      sessionToken: this.cookies.read(request, 'session'),
      userAgent: request.headers['user-agent'],
    });
    this.cookies.clear(reply, 'attempt');
    if (outcome.kind === 'signedIn') this.cookies.write(reply, 'session', outcome.token, sessionHours * 3_600);
    if (outcome.kind === 'unknown') this.cookies.write(reply, 'unknown', outcome.idToken, attemptSeconds);
    return to(pageAfter(outcome));
  }

  /** Ends the session here, and says where to end it at the provider. */
  @Delete()
  @HttpCode(200)
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedOut> {
    const next = await this.signIn.signOut(this.cookies.read(request, 'session'), this.cookies.read(request, 'unknown'));
    this.cookies.clear(reply, 'session');
    this.cookies.clear(reply, 'unknown');
    return next === undefined ? {} : { next };
  }
}

function pageAfter(outcome: SignInOutcome): string {
  switch (outcome.kind) {
    case 'signedIn':
      return outcome.returnTo;
    case 'unknown':
      return '/connexion/inconnu';
    case 'weak':
      return '/connexion?probleme=faible';
    case 'failed':
      return '/connexion?probleme=echec';
  }
}
