import type { Document } from '#prisma/generated/client.js';
import { catalogue } from '#workflows/catalogue.js';
import type { DocumentView } from './documents.dto.js';

export const attachment = 'attachment';

const labels = new Map(catalogue.flatMap(({ documents }) => documents.map(({ key, label }) => [key, label] as const)));

export function documentView({ id, filename, mediaType, size, sha256, kind, draftId, caseRef, createdAt }: Document): DocumentView {
  return {
    id,
    filename,
    mediaType,
    size,
    sha256,
    kind,
    label: kind === attachment ? 'Pièce jointe' : (labels.get(kind) ?? kind),
    ...(draftId !== null && { draftId }),
    ...(caseRef !== null && { caseRef }),
    createdAt: createdAt.toISOString(),
  };
}
