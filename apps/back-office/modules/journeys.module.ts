import { Module } from '@nestjs/common';
import { CoachController } from '../coach/coach.controller.js';
import { CoachService } from '../coach/coach.service.js';
import { ApplyingService } from '../cohorts/applying.service.js';
import { CohortReader } from '../cohorts/cohort-reader.js';
import { CohortYearService } from '../cohorts/cohort-year.service.js';
import { CohortsController } from '../cohorts/cohorts.controller.js';
import { CohortsService } from '../cohorts/cohorts.service.js';
import { MemberCalendarService } from '../cohorts/member-calendar.service.js';
import { MemberJourneyService } from '../cohorts/member-journey.service.js';
import { CohortWhatIfService } from '../cohorts/what-if.service.js';
import { FundableGrants } from '../funding/fundable-grants.js';
import { FundingController } from '../funding/funding.controller.js';
import { FundingService } from '../funding/funding.service.js';
import { GrantsOfJourneys } from '../funding/grants-of-journeys.js';
import { ReviewsController } from '../reviews/reviews.controller.js';
import { ReviewsService } from '../reviews/reviews.service.js';

/** Cohorts and the journeys of their members, their coaches, their reviews, the grants that pay for them. */
@Module({
  controllers: [CohortsController, FundingController, ReviewsController, CoachController],
  providers: [
    CohortReader,
    CohortsService,
    CohortYearService,
    CohortWhatIfService,
    ApplyingService,
    MemberCalendarService,
    MemberJourneyService,
    FundableGrants,
    GrantsOfJourneys,
    FundingService,
    ReviewsService,
    CoachService,
  ],
})
export class JourneysModule {}
