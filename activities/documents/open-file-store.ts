import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import { FileStore } from './file-store.js';

/** An object store that speaks S3. Without keys, the machine's own identity is used. */
export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** For a store that is not Amazon's. */
  readonly endpoint?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

export type FilePlace = { readonly folder: string } | { readonly s3: S3Place };

type Variables = Readonly<Record<string, string | undefined>>;

/** Where the environment puts files: JALON_S3_BUCKET when it is set, else the folder JALON_FILES. */
export function filePlace(env: Variables): FilePlace {
  if (env.JALON_S3_BUCKET) {
    const { JALON_S3_BUCKET: bucket, JALON_S3_REGION: region = 'fr-par', JALON_S3_ENDPOINT: endpoint } = env;
    return { s3: { bucket, region, endpoint, accessKeyId: env.JALON_S3_ACCESS_KEY_ID, secretAccessKey: env.JALON_S3_SECRET_ACCESS_KEY } };
  }
  if (env.JALON_FILES) return { folder: env.JALON_FILES };
  throw new Error('JALON_FILES : obligatoire : le dossier des fichiers, ou JALON_S3_BUCKET pour un stockage d’objets');
}

/** The store at a place. */
export const openFileStore = (place: FilePlace): FileStore => ('folder' in place ? localStore(resolve(place.folder)) : s3Store(place.s3));

function localStore(folder: string): FileStore {
  return new FileStore({
    disk: new Disk(new FSDriver({ location: folder, visibility: 'private' })),
    // On the same file system as the store, so that the last step is a rename: whole or not at all.
    incoming: join(folder, 'incoming'),
    async settle(path, storageKey) {
      const target = join(folder, storageKey);
      await mkdir(dirname(target), { recursive: true });
      await rename(path, target);
    },
  });
}

function s3Store({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Place): FileStore {
  const disk = new Disk(
    new S3Driver({
      bucket,
      region,
      visibility: 'private',
      supportsACL: false,
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    }),
  );
  return new FileStore({
    disk,
    incoming: join(tmpdir(), 'jalon-incoming'),
    // S3 wants the length before the first byte; an object appears only when all of it has arrived.
    settle: (path, storageKey, size) => disk.copyFromFs(path, storageKey, { contentLength: size, contentType: 'application/octet-stream' }),
  });
}
