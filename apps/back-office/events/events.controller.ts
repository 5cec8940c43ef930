import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EventData } from '../cases/cases.dto.js';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { EventsService } from './events.service.js';

@ApiTags('cases')
@Controller('cases')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  /** Something expected from outside has happened: a signature, a payment confirmed. */
  @Post(':ref/events/:item')
  @HttpCode(200)
  @Idempotent()
  @May('answer task')
  confirmEvent(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Param('item') item: string,
    @IdempotencyKey() key: string,
    @Body() { data }: EventData,
  ): Promise<Receipt> {
    return this.events.confirm(viewer, ref, item, key, data ?? {});
  }
}
