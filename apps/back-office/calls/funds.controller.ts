import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May, SignedIn } from '../permissions/may.decorator.js';
import { FundSummary, NewFund } from './funds.dto.js';
import { FundsService } from './funds.service.js';

@ApiTags('calls')
@Controller('funds')
export class FundsController {
  constructor(private readonly funds: FundsService) {}

  @Get()
  @SignedIn()
  listFunds(): Promise<FundSummary[]> {
    return this.funds.list();
  }

  /** A successor fund is another row: its calls share the procedure. */
  @Post()
  @May('manage calls')
  createFund(@Body() fund: NewFund): Promise<FundSummary> {
    return this.funds.create(fund);
  }
}
