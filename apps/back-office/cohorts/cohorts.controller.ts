import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { GivesContent } from '../accesses/reading.decorator.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { calendarHeaders } from '../seats/calendar-headers.js';
import { ApplicationDraft, Applied, NewApplication } from './applications.dto.js';
import { ApplyingService } from './applying.service.js';
import { AppliedWhatIf, CohortPreviewView, CohortWhatIf, ReleaseChange } from './cohort-change.dto.js';
import { CohortCandidates, NewCohort } from './cohort-plan.dto.js';
import { CohortYear, CohortYearParams } from './cohort-year.dto.js';
import { CohortYearService } from './cohort-year.service.js';
import { CohortRow, CohortView, OpenCohort } from './cohorts.dto.js';
import { CohortsService } from './cohorts.service.js';
import { MemberCalendarService } from './member-calendar.service.js';
import { JourneyView } from './member-journey.dto.js';
import { MemberJourneyService } from './member-journey.service.js';
import { CohortWhatIfService } from './what-if.service.js';

@ApiTags('cohorts')
@Controller('cohorts')
export class CohortsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly applying: ApplyingService,
    private readonly whatIf: CohortWhatIfService,
    private readonly calendars: MemberCalendarService,
    private readonly years: CohortYearService,
    private readonly journeys: MemberJourneyService,
  ) {}

  /** The latest start first. */
  @Get()
  @May('read file')
  listCohorts(@CurrentViewer() viewer: Viewer): Promise<CohortRow[]> {
    return this.cohorts.list(viewer);
  }

  /** Cohorts that still take applications. */
  @Get('open')
  @May('create file')
  listOpenCohorts(@CurrentViewer() viewer: Viewer): Promise<OpenCohort[]> {
    return this.applying.open(viewer);
  }

  /** The cohorts that count for a year, against its aim and the needs of the State. */
  @Get('years/:year')
  @May('read figures')
  getCohortYear(@CurrentViewer() viewer: Viewer, @Param() { year }: CohortYearParams): Promise<CohortYear> {
    return this.years.of(viewer, year);
  }

  /** Who may be coach, trainer or member of the jury. */
  @Get('candidates')
  @May('manage cohorts')
  getCohortCandidates(): Promise<CohortCandidates> {
    return this.cohorts.candidates();
  }

  /** Opens a cohort to applications. */
  @Post()
  @May('manage cohorts')
  openCohort(@CurrentViewer() viewer: Viewer, @Body() cohort: NewCohort): Promise<Applied> {
    return this.cohorts.open(viewer, cohort);
  }

  /** Where one participant is in their journey, who helps them, and their dates. */
  @Get('members/:ref')
  @May('read file')
  getJourney(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<JourneyView> {
    return this.journeys.of(viewer, ref);
  }

  /** The dates of one participant's journey, for a calendar. */
  @Get('members/:ref/calendar.ics')
  @May('read file')
  @ApiProduces('text/calendar')
  @ApiResponse({ status: 200, content: { 'text/calendar': { schema: { type: 'string' } } } })
  async getJourneyCalendar(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.calendars.of(viewer, ref);
    reply.headers(calendarHeaders(ref));
    return file;
  }

  @Get(':ref')
  @May('read file')
  getCohort(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<CohortView> {
    return this.cohorts.get(viewer, ref);
  }

  /** A place for the files of an application, until it is sent. */
  @Post(':ref/application-draft')
  @HttpCode(200)
  @May('create file')
  beginCohortApplication(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<ApplicationDraft> {
    return this.applying.draft(viewer, ref);
  }

  /** Applies: the cohort opens a case for the participant. */
  @Post(':ref/applications')
  @Idempotent()
  @May('create file')
  applyToCohort(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() application: NewApplication,
  ): Promise<Applied> {
    return this.applying.apply(viewer, ref, key, application);
  }

  /** Every date, clash, message and seat that a change would move. Nothing is kept. */
  @Post(':ref/what-if')
  @HttpCode(200)
  @May('manage cohorts')
  @GivesContent()
  previewCohortChange(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Body() whatIf: CohortWhatIf,
  ): Promise<CohortPreviewView> {
    return this.whatIf.preview(viewer, ref, whatIf);
  }

  /** Applies what was previewed as one act. Nobody is told before the end of the next working day. */
  @Post(':ref/changes')
  @HttpCode(200)
  @Idempotent()
  @May('manage cohorts')
  applyCohortChange(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() change: AppliedWhatIf,
  ): Promise<Receipt> {
    return this.whatIf.apply(viewer, ref, key, change);
  }

  /** Sends the change that waits now, or takes it back. */
  @Post(':ref/changes/release')
  @HttpCode(200)
  @Idempotent()
  @May('manage cohorts')
  releaseCohortChange(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { verdict }: ReleaseChange,
  ): Promise<Receipt> {
    return this.whatIf.release(viewer, ref, key, verdict);
  }
}
