import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { CoachWeek } from './coach.dto.js';
import { CoachService } from './coach.service.js';

@ApiTags('coach')
@Controller('coach')
export class CoachController {
  constructor(private readonly coach: CoachService) {}

  /** Who is stuck, meetings due, milestones to validate, time left before the jury. */
  @Get('week')
  @May('log progress')
  getCoachWeek(@CurrentViewer() viewer: Viewer): Promise<CoachWeek> {
    return this.coach.week(viewer);
  }
}
