import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Idempotent, IdempotencyKey } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { Promotion, WaitingList } from './waiting-list.dto.js';
import { WaitingListService } from './waiting-list.service.js';

@ApiTags('calls')
@Controller('calls/:id/waiting-list')
export class WaitingListController {
  constructor(private readonly list: WaitingListService) {}

  /** Cases that wait for money of the call, in their order, and what is left of its envelope. */
  @Get()
  @May('read figures')
  getWaitingList(@CurrentViewer() viewer: Viewer, @Param('id', uuid) id: string): Promise<WaitingList> {
    return this.list.of(viewer, id);
  }

  /** The first of the list goes on to the authority. */
  @Post(':ref/promote')
  @HttpCode(200)
  @Idempotent()
  @May('manage calls')
  promoteFromWaitingList(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) callId: string,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() promotion: Promotion,
  ): Promise<Receipt> {
    return this.list.promote(viewer, { callId, ref, key }, promotion);
  }
}
