import type { LoadedCase } from '#activities/demonstration/loaded-case.js';
import type { Attachment } from '#activities/demonstration/loading.js';
import type { RehearsedCase } from './rehearsed-case.js';

/** A rehearsed case as it is loaded, with those of the files that its people have sent by then. */
export function toLoad({ part, journal }: RehearsedCase, attachments: readonly Attachment[] = []): LoadedCase {
  const written = attachments.length === 0 ? '' : JSON.stringify(journal);
  return {
    journal,
    attachments: attachments.filter(({ id }) => written.includes(id)),
    ...(part.parent && { parentItem: part.parent.item }),
  };
}
