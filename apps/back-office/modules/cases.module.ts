import { Module } from '@nestjs/common';
import { CaseDetailService } from '../cases/case-detail.service.js';
import { CaseListService } from '../cases/case-list.service.js';
import { CasesController } from '../cases/cases.controller.js';
import { HistoryService } from '../cases/history.service.js';
import { PastCases } from '../cases/past-cases.js';
import { DocumentsController } from '../documents/documents.controller.js';
import { DocumentsService } from '../documents/documents.service.js';
import { UploadService } from '../documents/upload.service.js';
import { EventsController } from '../events/events.controller.js';
import { EventsService } from '../events/events.service.js';
import { ExpectedEventsService } from '../events/expected-events.service.js';
import { FastForwardController } from '../fast-forward/fast-forward.controller.js';
import { FastForwardService } from '../fast-forward/fast-forward.service.js';
import { InterventionsController } from '../interventions/interventions.controller.js';
import { InterventionsService } from '../interventions/interventions.service.js';
import { MessagesController } from '../messages/messages.controller.js';
import { MessagesService } from '../messages/messages.service.js';
import { NotesController } from '../notes/notes.controller.js';
import { NotesService } from '../notes/notes.service.js';
import { ProofController } from '../proof/proof.controller.js';
import { ProofService } from '../proof/proof.service.js';
import { CaseRetentionService } from '../retention/case-retention.service.js';
import { CertificatesService } from '../retention/certificates.service.js';
import { HoldsService } from '../retention/holds.service.js';
import { RetentionListService } from '../retention/retention-list.service.js';
import { RetentionController } from '../retention/retention.controller.js';
import { VisasService } from '../retention/visas.service.js';
import { AnswerDraftsService } from '../tasks/answer-drafts.service.js';
import { AnswerGuards } from '../tasks/answer-guards.js';
import { AnswerService } from '../tasks/answer.service.js';
import { ClaimsService } from '../tasks/claims.service.js';
import { InboxService } from '../tasks/inbox.service.js';
import { LetterPreviewService } from '../tasks/letter-preview.service.js';
import { TaskAccess } from '../tasks/task-access.js';
import { TasksController } from '../tasks/tasks.controller.js';
import { TasksService } from '../tasks/tasks.service.js';
import { CallsModule } from './calls.module.js';

/** A case of any procedure: its page, its files, its tasks, and everything that people may do to it. */
@Module({
  // An award is held against the envelope of its call.
  imports: [CallsModule],
  controllers: [
    DocumentsController,
    TasksController,
    CasesController,
    EventsController,
    InterventionsController,
    MessagesController,
    NotesController,
    FastForwardController,
    ProofController,
    RetentionController,
  ],
  providers: [
    DocumentsService,
    UploadService,
    TaskAccess,
    InboxService,
    TasksService,
    ClaimsService,
    AnswerDraftsService,
    AnswerGuards,
    AnswerService,
    LetterPreviewService,
    CaseListService,
    CaseDetailService,
    PastCases,
    HistoryService,
    EventsService,
    ExpectedEventsService,
    InterventionsService,
    MessagesService,
    NotesService,
    FastForwardService,
    ProofService,
    CaseRetentionService,
    RetentionListService,
    HoldsService,
    VisasService,
    CertificatesService,
  ],
})
export class CasesModule {}
