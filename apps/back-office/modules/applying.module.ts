import { Module } from '@nestjs/common';
import { CoApplicantsController } from '../drafts/co-applicants.controller.js';
import { CoApplicantsService } from '../drafts/co-applicants.service.js';
import { DraftsController } from '../drafts/drafts.controller.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { FilingService } from '../drafts/filing.service.js';
import { RegistryController } from '../registry/registry.controller.js';
import { RegistryService } from '../registry/registry.service.js';

/** An application until it is filed. */
@Module({
  controllers: [DraftsController, CoApplicantsController, RegistryController],
  providers: [DraftsService, CoApplicantsService, FilingService, RegistryService],
})
export class ApplyingModule {}
