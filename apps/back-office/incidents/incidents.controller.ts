import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { entryNumber } from '../openapi/entry-number.pipe.js';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { Abandonment, IncidentView } from './incidents.dto.js';
import { IncidentsService } from './incidents.service.js';

@ApiTags('incidents')
@Controller()
@May('watch effects')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  /** Mails and letters that keep failing. */
  @Get('incidents')
  listIncidents(@CurrentViewer() viewer: Viewer): Promise<IncidentView[]> {
    return this.incidents.list(viewer);
  }

  @Post('cases/:ref/effects/:seq/retry')
  @HttpCode(200)
  @Idempotent()
  retryEffect(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Param('seq', entryNumber) seq: number,
    @IdempotencyKey() key: string,
  ): Promise<Receipt> {
    return this.incidents.retry(viewer, ref, seq, key);
  }

  @Post('cases/:ref/effects/:seq/abandon')
  @HttpCode(200)
  @Idempotent()
  abandonEffect(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Param('seq', entryNumber) seq: number,
    @IdempotencyKey() key: string,
    @Body() { reason }: Abandonment,
  ): Promise<Receipt> {
    return this.incidents.abandon(viewer, ref, seq, key, reason);
  }
}
