import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NeedsStrongSignIn } from '../session/strong-sign-in.js';
import { Acknowledgement, BreakGlassQuery, BreakGlassView, NewBreakGlass } from './break-glass.dto.js';
import { BreakGlassService } from './break-glass.service.js';

@ApiTags('break-glass')
@Controller()
export class BreakGlassController {
  constructor(private readonly glasses: BreakGlassService) {}

  /** Opens one case to the administrator who asks, to be read, for a while. Who answers for the program is told at once. */
  @Post('cases/:ref/break-glass')
  @Idempotent()
  @May('break glass')
  @NeedsStrongSignIn()
  breakGlass(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { reason }: NewBreakGlass,
    @Req() { id }: FastifyRequest,
  ): Promise<BreakGlassView> {
    return this.glasses.open(viewer, ref, { key, reason, requestId: id });
  }

  /** The latest first: in one's perimeter. */
  @Get('break-glass')
  @May('audit log')
  listBreakGlass(@CurrentViewer() viewer: Viewer, @Query() { waiting }: BreakGlassQuery): Promise<BreakGlassView[]> {
    return this.glasses.list(viewer, waiting !== undefined);
  }

  /** Who answers for the program says that they have seen it. */
  @Post('break-glass/:id/acknowledge')
  @HttpCode(200)
  @May('acknowledge access')
  acknowledgeBreakGlass(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() { remark }: Acknowledgement,
    @Req() { id: requestId }: FastifyRequest,
  ): Promise<BreakGlassView> {
    return this.glasses.acknowledge(viewer, id, { remark, requestId });
  }
}
