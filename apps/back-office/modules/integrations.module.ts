import { Module } from '@nestjs/common';
import { AccountAccess } from '../service-accounts/account-access.js';
import { AccountListsService } from '../service-accounts/account-lists.service.js';
import { AccountSecretsService } from '../service-accounts/account-secrets.service.js';
import { ServiceAccountsController } from '../service-accounts/service-accounts.controller.js';
import { ServiceAccountsService } from '../service-accounts/service-accounts.service.js';
import { TokenController } from '../service-accounts/token.controller.js';
import { WebhookListsService } from '../webhooks/webhook-lists.service.js';
import { WebhooksController } from '../webhooks/webhooks.controller.js';
import { WebhooksService } from '../webhooks/webhooks.service.js';

/** Other systems: the accounts by which they call, and what they are told. */
@Module({
  controllers: [TokenController, ServiceAccountsController, WebhooksController],
  providers: [AccountAccess, AccountListsService, AccountSecretsService, ServiceAccountsService, WebhookListsService, WebhooksService],
})
export class IntegrationsModule {}
