import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { BoardCasesService } from './board/board-cases.service.js';
import { BoardReader } from './board/board-reader.js';
import { BoardController } from './board/board.controller.js';
import { BoardService } from './board/board.service.js';
import { AccessLog } from './accesses/access-log.js';
import { AccessesController } from './accesses/accesses.controller.js';
import { AccessesService } from './accesses/accesses.service.js';
import { ReadingInterceptor } from './accesses/reading.interceptor.js';
import { BreakGlassController } from './break-glass/break-glass.controller.js';
import { BreakGlassService } from './break-glass/break-glass.service.js';
import { GlassMails } from './break-glass/glass-mails.js';
import { OpenGlasses } from './break-glass/open-glasses.js';
import { CallAccess } from './calls/call-access.js';
import { CallProgressService } from './calls/call-progress.service.js';
import { CallRehearsalService } from './calls/call-rehearsal.service.js';
import { CallVersionsService } from './calls/call-versions.service.js';
import { CallsController } from './calls/calls.controller.js';
import { CallsService } from './calls/calls.service.js';
import { CaseForecastService } from './forecasts/case-forecast.service.js';
import { ForecastsController } from './forecasts/forecasts.controller.js';
import { LoadService } from './forecasts/load.service.js';
import { FundsController } from './calls/funds.controller.js';
import { FundsService } from './calls/funds.service.js';
import { CaseAccess } from './cases/case-access.js';
import { CaseDetailService } from './cases/case-detail.service.js';
import { CaseListService } from './cases/case-list.service.js';
import { CasesController } from './cases/cases.controller.js';
import { HistoryService } from './cases/history.service.js';
import { PastCases } from './cases/past-cases.js';
import { WaitRows } from './cases/wait-rows.js';
import { CoachController } from './coach/coach.controller.js';
import { CoachService } from './coach/coach.service.js';
import { ApplyingService } from './cohorts/applying.service.js';
import { CohortReader } from './cohorts/cohort-reader.js';
import { CohortYearService } from './cohorts/cohort-year.service.js';
import { CohortsController } from './cohorts/cohorts.controller.js';
import { CohortsService } from './cohorts/cohorts.service.js';
import { MemberCalendarService } from './cohorts/member-calendar.service.js';
import { MemberJourneyService } from './cohorts/member-journey.service.js';
import { CohortWhatIfService } from './cohorts/what-if.service.js';
import { PrismaService } from './database/prisma.service.js';
import { DemonstrationController } from './demonstration/demonstration.controller.js';
import { DemonstrationService } from './demonstration/demonstration.service.js';
import { DirectorsController } from './directors/directors.controller.js';
import { EditionsService } from './directors/editions.service.js';
import { WavesService } from './directors/waves.service.js';
import { YearFactsReader } from './directors/year-facts.js';
import { YearPage } from './directors/year-page.js';
import { YearsService } from './directors/years.service.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { fileStoreProvider } from './documents/file-store.provider.js';
import { UploadService } from './documents/upload.service.js';
import { virusScanProvider } from './documents/virus-scan.provider.js';
import { CoApplicantsController } from './drafts/co-applicants.controller.js';
import { CoApplicantsService } from './drafts/co-applicants.service.js';
import { DraftAccess } from './drafts/draft-access.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { DraftsService } from './drafts/drafts.service.js';
import { FilingService } from './drafts/filing.service.js';
import { EnvelopeService } from './envelope/envelope.service.js';
import { WaitingListController } from './envelope/waiting-list.controller.js';
import { WaitingListService } from './envelope/waiting-list.service.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { EventsController } from './events/events.controller.js';
import { EventsService } from './events/events.service.js';
import { ExpectedEventsService } from './events/expected-events.service.js';
import { FastForwardController } from './fast-forward/fast-forward.controller.js';
import { FastForwardService } from './fast-forward/fast-forward.service.js';
import { CreditsService } from './figures/credits.service.js';
import { FigureEvidence } from './figures/figure-evidence.js';
import { FigurePageService } from './figures/figure-page.service.js';
import { FigureTotals } from './figures/figure-totals.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresService } from './figures/figures.service.js';
import { ReadableCalls } from './figures/readable-calls.js';
import { FundableGrants } from './funding/fundable-grants.js';
import { FundingController } from './funding/funding.controller.js';
import { FundingService } from './funding/funding.service.js';
import { GrantsOfJourneys } from './funding/grants-of-journeys.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { IdentitiesController } from './identity/identities.controller.js';
import { IdentitiesService } from './identity/identities.service.js';
import { IdentityListsService } from './identity/identity-lists.service.js';
import { IdentityMovesService } from './identity/identity-moves.service.js';
import { OpenIdProvider } from './identity/open-id-provider.js';
import { SignInController } from './identity/sign-in.controller.js';
import { SignInService } from './identity/sign-in.service.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { IncidentsService } from './incidents/incidents.service.js';
import { InterventionsController } from './interventions/interventions.controller.js';
import { InterventionsService } from './interventions/interventions.service.js';
import { MailsController } from './mails/mails.controller.js';
import { MailsService } from './mails/mails.service.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagesService } from './messages/messages.service.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesService } from './notes/notes.service.js';
import { logging } from './observability/logging.js';
import { Metrics } from './observability/metrics.js';
import { AwardedGrants } from './open-data/awarded-grants.js';
import { OpenDataController } from './open-data/open-data.controller.js';
import { OpenDataService } from './open-data/open-data.service.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleService } from './people/people.service.js';
import { AccessGuard } from './permissions/access.guard.js';
import { DeclaredRights } from './permissions/declared-rights.js';
import { RegistryController } from './registry/registry.controller.js';
import { RegistryService } from './registry/registry.service.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { BookingsService } from './seats/bookings.service.js';
import { SeatedEvents } from './seats/seated-events.js';
import { SeatsController } from './seats/seats.controller.js';
import { SeatsService } from './seats/seats.service.js';
import { OwnSessionsController } from './session/own-sessions.controller.js';
import { SessionCookies } from './session/session-cookies.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SessionStore } from './session/session-store.js';
import { AwaitingCommittee } from './sessions/awaiting-committee.js';
import { ConveningService } from './sessions/convening.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { ProofController } from './proof/proof.controller.js';
import { ProofService } from './proof/proof.service.js';
import { AnswerDraftsService } from './tasks/answer-drafts.service.js';
import { AnswerGuards } from './tasks/answer-guards.js';
import { AnswerService } from './tasks/answer.service.js';
import { ClaimsService } from './tasks/claims.service.js';
import { InboxService } from './tasks/inbox.service.js';
import { LetterPreviewService } from './tasks/letter-preview.service.js';
import { TaskAccess } from './tasks/task-access.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TasksService } from './tasks/tasks.service.js';
import { CaseClock } from './temporal/case-clock.js';
import { CaseEngine } from './temporal/case-engine.js';
import { TemporalClient } from './temporal/temporal-client.js';

const controllers = [
  AccessesController,
  BreakGlassController,
  SessionController,
  OwnSessionsController,
  SignInController,
  IdentitiesController,
  DemonstrationController,
  FundsController,
  CallsController,
  SessionsController,
  WaitingListController,
  DraftsController,
  CoApplicantsController,
  RegistryController,
  DocumentsController,
  TasksController,
  CasesController,
  EventsController,
  InterventionsController,
  MessagesController,
  NotesController,
  FastForwardController,
  IncidentsController,
  PeopleController,
  MailsController,
  ProofController,
  HealthController,
  FiguresController,
  ForecastsController,
  OpenDataController,
  CohortsController,
  FundingController,
  ReviewsController,
  CoachController,
  SeatsController,
  DirectorsController,
  BoardController,
];

/** Doors to the database, to Temporal, to files; who is calling and what they may see. */
const foundations = [
  PrismaService,
  TemporalClient,
  CaseClock,
  CaseEngine,
  fileStoreProvider,
  virusScanProvider,
  Metrics,
  DeclaredRights,
  CaseAccess,
  CallAccess,
  DraftAccess,
  TaskAccess,
  WaitRows,
  OpenGlasses,
  AccessLog,
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor },
];

const services = [
  AccessesService,
  GlassMails,
  BreakGlassService,
  SessionService,
  SessionStore,
  SessionCookies,
  OpenIdProvider,
  IdentitiesService,
  SignInService,
  IdentityListsService,
  IdentityMovesService,
  DemonstrationService,
  FundsService,
  CallsService,
  CallVersionsService,
  CallProgressService,
  EnvelopeService,
  WaitingListService,
  AwaitingCommittee,
  ConveningService,
  SessionsService,
  CallRehearsalService,
  DraftsService,
  CoApplicantsService,
  RegistryService,
  FilingService,
  DocumentsService,
  UploadService,
  InboxService,
  TasksService,
  ClaimsService,
  AnswerDraftsService,
  AnswerGuards,
  AnswerService,
  LetterPreviewService,
  CaseListService,
  PastCases,
  CaseDetailService,
  HistoryService,
  EventsService,
  ExpectedEventsService,
  InterventionsService,
  MessagesService,
  NotesService,
  FastForwardService,
  IncidentsService,
  PeopleService,
  MailsService,
  ProofService,
  HealthService,
  ReadableCalls,
  FigureTotals,
  FigureEvidence,
  FiguresService,
  FigurePageService,
  CreditsService,
  CaseForecastService,
  LoadService,
  AwardedGrants,
  OpenDataService,
  CohortReader,
  CohortsService,
  CohortYearService,
  FundableGrants,
  GrantsOfJourneys,
  FundingService,
  ReviewsService,
  ApplyingService,
  CohortWhatIfService,
  MemberCalendarService,
  MemberJourneyService,
  CoachService,
  SeatedEvents,
  BookingsService,
  SeatsService,
  YearFactsReader,
  EditionsService,
  WavesService,
  YearPage,
  YearsService,
  BoardReader,
  BoardService,
  BoardCasesService,
];

/** The whole back office: a folder a feature, each a controller and its services. */
@Module({})
export class ApplicationModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [DiscoveryModule, LoggerModule.forRoot(logging(environment)), TerminusModule.forRoot({ logger: false })],
      controllers,
      providers: [{ provide: ENVIRONMENT, useValue: environment }, ...foundations, ...services],
    };
  }
}
