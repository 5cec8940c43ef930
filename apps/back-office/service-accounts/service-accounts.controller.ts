import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NeedsStrongSignIn } from '../session/strong-sign-in.js';
import { AccountListsService } from './account-lists.service.js';
import { AccountSecretsService } from './account-secrets.service.js';
import { NewSecret, SecretRotation, ServiceAccountInput, ServiceAccountRow, ServiceAccountView } from './service-accounts.dto.js';
import { ServiceAccountsService } from './service-accounts.service.js';

/** Other systems that call the API. */
@ApiTags('service accounts')
@Controller('service-accounts')
export class ServiceAccountsController {
  constructor(
    private readonly lists: AccountListsService,
    private readonly accounts: ServiceAccountsService,
    private readonly secrets: AccountSecretsService,
  ) {}

  /** Those that reach cases in one's perimeter. */
  @Get()
  @May('read integrations')
  listServiceAccounts(@CurrentViewer() viewer: Viewer): Promise<ServiceAccountRow[]> {
    return this.lists.list(viewer);
  }

  @Get(':id')
  @May('read integrations')
  getServiceAccount(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<ServiceAccountView> {
    return this.lists.one(viewer, id);
  }

  /** Asks for an account. It opens nothing before a program manager has agreed. */
  @Post()
  @Idempotent()
  @May('manage integrations')
  @NeedsStrongSignIn()
  async createServiceAccount(
    @CurrentViewer() viewer: Viewer,
    @IdempotencyKey() key: string,
    @Body() input: ServiceAccountInput,
  ): Promise<ServiceAccountView> {
    await this.accounts.create(viewer, key, input);
    return this.lists.one(viewer, key);
  }

  /** Another scope or perimeter wants a new agreement. */
  @Put(':id')
  @May('manage integrations')
  @NeedsStrongSignIn()
  async changeServiceAccount(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() input: ServiceAccountInput,
  ): Promise<ServiceAccountView> {
    await this.accounts.change(viewer, id, input);
    return this.lists.one(viewer, id);
  }

  /** By somebody who answers for all that the account reaches, and did not ask for it. */
  @Post(':id/agreement')
  @HttpCode(200)
  @May('agree to integrations')
  @NeedsStrongSignIn()
  async agreeToServiceAccount(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<ServiceAccountView> {
    await this.accounts.agree(viewer, id);
    return this.lists.one(viewer, id);
  }

  /** A new secret, shown this once. */
  @Post(':id/secrets')
  @May('manage integrations')
  @NeedsStrongSignIn()
  rotateServiceSecret(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() { overlapDays }: SecretRotation,
  ): Promise<NewSecret> {
    return this.secrets.rotate(viewer, id, overlapDays);
  }

  @Delete(':id/secrets/:secret')
  @HttpCode(204)
  @May('manage integrations')
  @NeedsStrongSignIn()
  endServiceSecret(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Param('secret', uuid) secret: string): Promise<void> {
    return this.secrets.end(viewer, id, secret);
  }

  /** Ends the account at once, with its tokens, secrets and addresses. */
  @Delete(':id')
  @HttpCode(204)
  @May('manage integrations')
  @NeedsStrongSignIn()
  endServiceAccount(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<void> {
    return this.accounts.end(viewer, id);
  }
}
