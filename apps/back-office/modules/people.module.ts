import { Module } from '@nestjs/common';
import { DemonstrationController } from '../demonstration/demonstration.controller.js';
import { DemonstrationService } from '../demonstration/demonstration.service.js';
import { IdentitiesController } from '../identity/identities.controller.js';
import { IdentitiesService } from '../identity/identities.service.js';
import { IdentityListsService } from '../identity/identity-lists.service.js';
import { IdentityMovesService } from '../identity/identity-moves.service.js';
import { OpenIdProvider } from '../identity/open-id-provider.js';
import { SignInController } from '../identity/sign-in.controller.js';
import { SignInService } from '../identity/sign-in.service.js';
import { PeopleController } from '../people/people.controller.js';
import { DataRequestsService } from '../own-data/data-requests.service.js';
import { OwnDataController } from '../own-data/own-data.controller.js';
import { OwnDataService } from '../own-data/own-data.service.js';
import { RegisterController } from '../register/register.controller.js';
import { OwnSessionsController } from '../session/own-sessions.controller.js';
import { SessionController } from '../session/session.controller.js';

/** Who is calling and how they came in; whose identity is whose; who holds which role. */
@Module({
  controllers: [
    SessionController,
    OwnSessionsController,
    SignInController,
    IdentitiesController,
    DemonstrationController,
    PeopleController,
    OwnDataController,
    RegisterController,
  ],
  providers: [
    OpenIdProvider,
    SignInService,
    IdentitiesService,
    IdentityListsService,
    IdentityMovesService,
    DemonstrationService,
    OwnDataService,
    DataRequestsService,
  ],
})
export class PeopleModule {}
