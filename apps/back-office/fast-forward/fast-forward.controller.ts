import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { CaseToday, FastForward } from './fast-forward.dto.js';
import { FastForwardService } from './fast-forward.service.js';

@ApiTags('demonstration')
@Controller('cases')
export class FastForwardController {
  constructor(private readonly fastForward: FastForwardService) {}

  /** Lets days pass in one case; on a demonstration server only. */
  @Post(':ref/fast-forward')
  @HttpCode(200)
  @May('fast-forward')
  fastForwardCase(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string, @Body() request: FastForward): Promise<CaseToday> {
    return this.fastForward.advance(viewer, ref, request);
  }
}
