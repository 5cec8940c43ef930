import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { FundableGrants } from './fundable-grants.js';
import { FundableGrant, GrantJourneys, JourneyFunding, NamedGrant } from './funding.dto.js';
import { FundingService } from './funding.service.js';

@ApiTags('funding')
@Controller()
export class FundingController {
  constructor(
    private readonly funding: FundingService,
    private readonly fundable: FundableGrants,
  ) {}

  /** Grants that may pay for journeys: awarded and running, in the viewer's perimeter. */
  @Get('fundable-grants')
  @May('manage cohorts')
  listFundableGrants(@CurrentViewer() viewer: Viewer): Promise<FundableGrant[]> {
    return this.fundable.all(viewer);
  }

  /** Journeys of reconversion that a grant pays for. */
  @Get('cases/:ref/funded-journeys')
  @May('read figures')
  getFundedJourneys(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<GrantJourneys> {
    return this.funding.ofGrant(viewer, ref);
  }

  /** The grant that pays for a journey. */
  @Get('cases/:ref/funding')
  @May('read figures')
  getJourneyFunding(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<JourneyFunding> {
    return this.funding.ofJourney(viewer, ref);
  }

  /** Names the grant that pays for a member's journey. */
  @Post('cohorts/:ref/members/:member/funding')
  @HttpCode(200)
  @Idempotent()
  @May('manage cohorts')
  nameJourneyGrant(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Param('member') member: string,
    @IdempotencyKey() key: string,
    @Body() named: NamedGrant,
  ): Promise<Receipt> {
    return this.funding.name(viewer, ref, member, key, named);
  }
}
