import type { NativeConnection } from '@temporalio/worker';
import { openFileStore } from '#activities/documents/open-file-store.js';
import type { Surroundings } from '#activities/effects/surroundings.js';
import { type Postman, postman } from '#activities/notify/postman.js';
import { outbox, smtp } from '#activities/notify/transport.js';
import { readServiceContact } from '#activities/service-contact.js';
import type { PrismaClient } from '#prisma/generated/client.js';
import { procedureOf } from '#workflows/catalogue.js';
import { caseActs } from './case-acts.js';
import type { Environment } from './environment.js';

/** The outside world of effects, as the environment describes it. */
export function surroundingsOf(environment: Environment, prisma: PrismaClient, connect: () => Promise<NativeConnection>): Surroundings {
  const { JALON_BASE_URL: baseUrl, JALON_SERVICE: service } = environment;
  return {
    prisma,
    files: openFileStore(environment.files),
    postman: postmanOf(environment, prisma),
    service: service ?? readServiceContact(undefined),
    baseUrl,
    act: caseActs(environment, connect),
    procedureOf,
  };
}

/** Mails leave by the mail server of the environment, or stay in the development outbox. */
export function postmanOf({ JALON_SMTP_URL: url, JALON_MAIL_FROM: from, JALON_BASE_URL }: Environment, prisma: PrismaClient): Postman {
  return postman(prisma, url ? smtp(url, from) : outbox, new URL(JALON_BASE_URL).hostname);
}
