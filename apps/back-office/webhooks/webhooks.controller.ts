import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NeedsStrongSignIn } from '../session/strong-sign-in.js';
import { WebhookListsService } from './webhook-lists.service.js';
import { DeliveriesQuery, DeliveryPage, NewWebhook, Replayed, ReplayFrom, SigningSecret } from './webhooks.dto.js';
import { WebhooksService } from './webhooks.service.js';

/** Where other systems are told what happens to cases. */
@ApiTags('service accounts')
@Controller()
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly lists: WebhookListsService,
  ) {}

  /** The secret that signs the messages is shown this once. */
  @Post('service-accounts/:id/webhooks')
  @May('manage integrations')
  @NeedsStrongSignIn()
  addWebhook(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() webhook: NewWebhook): Promise<SigningSecret> {
    return this.webhooks.add(viewer, id, webhook);
  }

  /** A new secret; the one before signs beside it for a day. */
  @Post('webhooks/:id/secret')
  @May('manage integrations')
  @NeedsStrongSignIn()
  rotateWebhookSecret(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<SigningSecret> {
    return this.webhooks.rotate(viewer, id);
  }

  @Post('webhooks/:id/resume')
  @HttpCode(204)
  @May('manage integrations')
  resumeWebhook(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<void> {
    return this.webhooks.resume(viewer, id);
  }

  @Delete('webhooks/:id')
  @HttpCode(204)
  @May('manage integrations')
  @NeedsStrongSignIn()
  removeWebhook(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<void> {
    return this.webhooks.remove(viewer, id);
  }

  /** The latest first. */
  @Get('webhooks/:id/deliveries')
  @May('read integrations')
  async listDeliveries(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Query() query: DeliveriesQuery,
  ): Promise<DeliveryPage> {
    await this.webhooks.live(viewer, id);
    return this.lists.deliveries(id, query);
  }

  /** Sends again what was given up from that day on. */
  @Post('webhooks/:id/replay')
  @HttpCode(200)
  @May('manage integrations')
  async replayDeliveries(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string, @Body() { from }: ReplayFrom): Promise<Replayed> {
    return { count: await this.webhooks.replayFrom(viewer, id, from) };
  }

  /** Sends one message again, under the same id. */
  @Post('deliveries/:id/replay')
  @HttpCode(200)
  @May('manage integrations')
  async replayDelivery(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<Replayed> {
    return { count: await this.webhooks.replayOne(viewer, id) };
  }
}
