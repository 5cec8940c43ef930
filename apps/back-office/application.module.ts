import { type DynamicModule, Module } from '@nestjs/common';
import type { Environment } from './environment.js';
import { ApplyingModule } from './modules/applying.module.js';
import { CallsModule } from './modules/calls.module.js';
import { CasesModule } from './modules/cases.module.js';
import { DirectorsModule } from './modules/directors.module.js';
import { FoundationsModule } from './modules/foundations.module.js';
import { IntegrationsModule } from './modules/integrations.module.js';
import { JourneysModule } from './modules/journeys.module.js';
import { OversightModule } from './modules/oversight.module.js';
import { PeopleModule } from './modules/people.module.js';
import { SteeringModule } from './modules/steering.module.js';

/**
 * The whole back office: a folder a feature, each a controller and its services. A feature is named in the module of its group; only
 * what several groups need stands in the foundations.
 */
@Module({})
export class ApplicationModule {
  static with(environment: Environment): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [
        FoundationsModule.with(environment),
        OversightModule,
        PeopleModule,
        CallsModule,
        ApplyingModule,
        CasesModule,
        SteeringModule,
        JourneysModule,
        DirectorsModule,
        IntegrationsModule,
      ],
    };
  }
}
