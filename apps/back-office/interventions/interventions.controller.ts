import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { InterventionRequest } from './interventions.dto.js';
import { InterventionsService } from './interventions.service.js';

@ApiTags('cases')
@Controller('cases')
export class InterventionsController {
  constructor(private readonly interventions: InterventionsService) {}

  /** Does it at once, or asks who decides, as the procedure's policy says. */
  @Post(':ref/interventions')
  @HttpCode(200)
  @Idempotent()
  @May('intervene')
  intervene(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() request: InterventionRequest,
  ): Promise<Receipt> {
    return this.interventions.intervene(viewer, ref, key, request);
  }
}
