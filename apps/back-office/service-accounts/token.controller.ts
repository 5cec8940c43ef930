import { Body, Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiBasicAuth, ApiBody, ApiConsumes, ApiExtraModels, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForClients } from '../permissions/may.decorator.js';
import { Problem } from '../problems/problem.js';
import { ProblemBody } from '../problems/problem.dto.js';
import { basicCredentials } from './client-credentials.js';
import { OAuthErrorFilter } from './oauth-error.filter.js';
import { ServiceLimits } from './service-limits.js';
import { ServiceTokens, tokenSeconds } from './service-tokens.js';
import { AccessToken, TokenRefusal, TokenRequest } from './token.dto.js';

/** Requests for a token that one address may send in a minute: guessing a secret is hopeless, and costs us nothing either. */
const perAddress = 60;

/** OAuth has a form of its own for refusals; what is refused before this controller is asked is a problem as everywhere. */
const refusals = {
  'application/json': { schema: { $ref: getSchemaPath(TokenRefusal) } },
  'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } },
};

@ApiTags('service accounts')
@Controller('oauth')
@UseFilters(OAuthErrorFilter)
export class TokenController {
  constructor(
    private readonly tokens: ServiceTokens,
    private readonly limits: ServiceLimits,
  ) {}

  /** OAuth 2.0, client credentials (RFC 6749, 4.4): id and secret by HTTP Basic; without `scope`, all that the account has. */
  @Post('token')
  @HttpCode(200)
  @ForClients()
  @RouteConfig({ rateLimit: { max: perAddress, timeWindow: '1 minute' } })
  @ApiBasicAuth('client')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: TokenRequest })
  @ApiExtraModels(TokenRefusal)
  @ApiResponse({ status: '4XX', description: 'Refus, selon la RFC 6749', content: refusals })
  async issueToken(
    @Req() { headers }: FastifyRequest,
    // Not the DTO: parameters that are unknown are to be passed over, and a fault is told in OAuth's words.
    @Body() body: Readonly<Record<string, unknown>> | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken> {
    const credentials = basicCredentials(headers.authorization);
    const client = credentials && (await this.tokens.clientOf(credentials.id, credentials.secret));
    if (!client) throw new Problem('clientUnknown');
    await this.limits.count(client, reply);
    if (!client.agreed) throw new Problem('clientNotAgreed');
    const { grant_type: grantType, scope } = body ?? {};
    if (typeof grantType !== 'string') throw new Problem('tokenRequestInvalid');
    if (grantType !== 'client_credentials') throw new Problem('grantTypeUnsupported');
    if (scope !== undefined && typeof scope !== 'string') throw new Problem('tokenRequestInvalid');
    const asked = (scope ?? '').split(' ').filter((one) => one !== '');
    if (!asked.every((one) => client.scopes.includes(one))) throw new Problem('scopeUnknown');
    const scopes = asked.length === 0 ? client.scopes : [...new Set(asked)];
    const token = await this.tokens.issue(client, scopes);
    return { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope: scopes.join(' ') };
  }
}
