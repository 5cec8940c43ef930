import type { Client } from '@temporalio/client';
import type pg from 'pg';
import type { PrismaClient } from '#prisma/generated/client.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import type { FileStore } from '../documents/file-store.js';
import type { ServiceContact } from '../service-contact.js';

/** Everything outside that loading writes into. */
export interface Loading {
  readonly pool: pg.Pool;
  readonly keys: CodecKeys;
  readonly prisma: PrismaClient;
  readonly files: FileStore;
  readonly service: ServiceContact;
  readonly temporal: Client;
  readonly taskQueue: string;
}

/** A file that somebody sent onto a case; its content is the same for all, and says that it is invented. */
export interface Attachment {
  /** As the answers of the journal name it. */
  readonly id: string;
  readonly filename: string;
  /** Who sent it. */
  readonly by: string;
  /** Milliseconds. */
  readonly at: number;
}
