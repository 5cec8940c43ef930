import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CallsController } from './calls/calls.controller.js';
import { CallsService } from './calls/calls.service.js';
import { CaseDetailService } from './cases/case-detail.service.js';
import { CaseListService } from './cases/case-list.service.js';
import { CasesController } from './cases/cases.controller.js';
import { HistoryService } from './cases/history.service.js';
import { PrismaService } from './database/prisma.service.js';
import { DemonstrationController } from './demonstration/demonstration.controller.js';
import { DemonstrationService } from './demonstration/demonstration.service.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { UploadService } from './documents/upload.service.js';
import { DraftsController } from './drafts/drafts.controller.js';
import { DraftsService } from './drafts/drafts.service.js';
import { FilingService } from './drafts/filing.service.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { EventsController } from './events/events.controller.js';
import { EventsService } from './events/events.service.js';
import { FastForwardController } from './fast-forward/fast-forward.controller.js';
import { FastForwardService } from './fast-forward/fast-forward.service.js';
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
import { PeopleController } from './people/people.controller.js';
import { PeopleService } from './people/people.service.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { AnswerService } from './tasks/answer.service.js';
import { ClaimsService } from './tasks/claims.service.js';
import { InboxService } from './tasks/inbox.service.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TasksService } from './tasks/tasks.service.js';

const controllers = [
  SessionController,
  DemonstrationController,
  CallsController,
  DraftsController,
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
];

const services = [
  SessionService,
  DemonstrationService,
  CallsService,
  DraftsService,
  FilingService,
  DocumentsService,
  UploadService,
  InboxService,
  TasksService,
  ClaimsService,
  AnswerService,
  CaseListService,
  CaseDetailService,
  HistoryService,
  EventsService,
  InterventionsService,
  MessagesService,
  NotesService,
  FastForwardService,
  IncidentsService,
  PeopleService,
  MailsService,
];

/** The whole back office: a folder a feature, each a controller and its services. */
@Global()
@Module({})
export class ApplicationModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: ApplicationModule,
      controllers,
      providers: [{ provide: ENVIRONMENT, useValue: environment }, PrismaService, ...services],
    };
  }
}
