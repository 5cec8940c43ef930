import { Module } from '@nestjs/common';
import { CallProgressService } from '../calls/call-progress.service.js';
import { CallRehearsalService } from '../calls/call-rehearsal.service.js';
import { CallVersionsService } from '../calls/call-versions.service.js';
import { CallsController } from '../calls/calls.controller.js';
import { CallsService } from '../calls/calls.service.js';
import { FundsController } from '../calls/funds.controller.js';
import { FundsService } from '../calls/funds.service.js';
import { EnvelopeService } from '../envelope/envelope.service.js';
import { WaitingListController } from '../envelope/waiting-list.controller.js';
import { WaitingListService } from '../envelope/waiting-list.service.js';
import { AwaitingCommittee } from '../sessions/awaiting-committee.js';
import { ConveningService } from '../sessions/convening.service.js';
import { SessionsController } from '../sessions/sessions.controller.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** Calls for projects: their terms and funds, the sessions of their committee, the waiting list. */
@Module({
  controllers: [FundsController, CallsController, SessionsController, WaitingListController],
  providers: [
    FundsService,
    CallsService,
    CallVersionsService,
    CallProgressService,
    CallRehearsalService,
    AwaitingCommittee,
    ConveningService,
    SessionsService,
    EnvelopeService,
    WaitingListService,
  ],
  exports: [EnvelopeService],
})
export class CallsModule {}
