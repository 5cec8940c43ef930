import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../permissions/may.decorator.js';
import { DemonstrationAccount } from './demonstration.dto.js';
import { DemonstrationService } from './demonstration.service.js';

@ApiTags('session')
@Controller('demonstration')
export class DemonstrationController {
  constructor(private readonly demonstration: DemonstrationService) {}

  /** One account for each persona; on a demonstration server only. */
  @Get('accounts')
  @Public()
  listDemonstrationAccounts(): Promise<DemonstrationAccount[]> {
    return this.demonstration.accounts();
  }
}
