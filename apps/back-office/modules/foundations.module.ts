import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AccessLog } from '../accesses/access-log.js';
import { ReadingInterceptor } from '../accesses/reading.interceptor.js';
import { OpenGlasses } from '../break-glass/open-glasses.js';
import { CallAccess } from '../calls/call-access.js';
import { CaseAccess } from '../cases/case-access.js';
import { WaitRows } from '../cases/wait-rows.js';
import { PrismaService } from '../database/prisma.service.js';
import { fileStoreProvider } from '../documents/file-store.provider.js';
import { virusScanProvider } from '../documents/virus-scan.provider.js';
import { DraftAccess } from '../drafts/draft-access.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { logging } from '../observability/logging.js';
import { Metrics } from '../observability/metrics.js';
import { PeopleService } from '../people/people.service.js';
import { AccessGuard } from '../permissions/access.guard.js';
import { DeclaredRights } from '../permissions/declared-rights.js';
import { ServiceDoor } from '../service-accounts/service-door.js';
import { ServiceLimits } from '../service-accounts/service-limits.js';
import { ServiceTokens } from '../service-accounts/service-tokens.js';
import { SessionCookies } from '../session/session-cookies.js';
import { SessionRate } from '../session/session-rate.js';
import { SessionStore } from '../session/session-store.js';
import { SessionService } from '../session/session.service.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { TemporalClient } from '../temporal/temporal-client.js';

/** Doors to the database, to the engine of cases, to files. */
const doors = [PrismaService, TemporalClient, CaseClock, CaseEngine, fileStoreProvider, virusScanProvider, Metrics];

/** Who is calling, what they may see, and the trace that it leaves. */
const access = [
  SessionService,
  SessionStore,
  SessionRate,
  SessionCookies,
  CaseAccess,
  CallAccess,
  DraftAccess,
  OpenGlasses,
  AccessLog,
  DeclaredRights,
];

/** The same for other systems. */
const services = [ServiceDoor, ServiceLimits, ServiceTokens];

/** Parts of the pages and lists of several groups. */
const parts = [PeopleService, WaitRows];

/** What any feature may ask for without importing it: a service belongs here once features of several modules need it. */
@Global()
@Module({})
export class FoundationsModule {
  static with(environment: Environment): DynamicModule {
    const shared = [{ provide: ENVIRONMENT, useValue: environment }, ...doors, ...access, ...services, ...parts];
    return {
      module: FoundationsModule,
      imports: [DiscoveryModule, LoggerModule.forRoot(logging(environment))],
      providers: [...shared, { provide: APP_GUARD, useClass: AccessGuard }, { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor }],
      exports: shared,
    };
  }
}
