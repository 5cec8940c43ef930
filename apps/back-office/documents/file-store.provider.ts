import { FileStore } from '#activities/documents/file-store.js';
import { filePlace, openFileStore } from '#activities/documents/open-file-store.js';
import { ENVIRONMENT, type Environment } from '../environment.js';

type Variables = Parameters<typeof filePlace>[0];

/** The store of attached and produced files; opening it costs nothing. */
export const fileStoreProvider = {
  provide: FileStore,
  inject: [ENVIRONMENT],
  useFactory: (environment: Environment): FileStore => openFileStore(filePlace(environment as unknown as Variables)),
};
