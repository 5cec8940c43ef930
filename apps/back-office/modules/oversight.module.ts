import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AccessesController } from '../accesses/accesses.controller.js';
import { AccessesService } from '../accesses/accesses.service.js';
import { BreakGlassController } from '../break-glass/break-glass.controller.js';
import { BreakGlassService } from '../break-glass/break-glass.service.js';
import { GlassMails } from '../break-glass/glass-mails.js';
import { HealthController } from '../health/health.controller.js';
import { HealthService } from '../health/health.service.js';
import { IncidentsController } from '../incidents/incidents.controller.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { MailsController } from '../mails/mails.controller.js';
import { MailsService } from '../mails/mails.service.js';

/** Watching over the service: who read what, exceptional accesses, what could not be delivered, its health. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [AccessesController, BreakGlassController, IncidentsController, MailsController, HealthController],
  providers: [AccessesService, BreakGlassService, GlassMails, IncidentsService, MailsService, HealthService],
})
export class OversightModule {}
