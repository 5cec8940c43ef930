import type { PrismaClient } from '#prisma/generated/client.js';
import type { ActRequest } from '#workflows/kit/messages.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { FileStore } from '../documents/file-store.js';
import type { Postman } from '../notify/postman.js';
import type { ServiceContact } from '../service-contact.js';

/** Everything outside that effects work with. */
export interface Surroundings {
  readonly prisma: PrismaClient;
  readonly files: FileStore;
  readonly postman: Postman;
  readonly service: ServiceContact;
  /** Public address of the web application, which links in mails begin with. */
  readonly baseUrl: string;
  /** Brings an act to a running case; throws its refusal. */
  readonly act: (ref: string, request: ActRequest) => Promise<void>;
  /** Labels come from the revision that the case follows. */
  readonly procedureOf: (id: string, revision: string) => Procedure;
}
