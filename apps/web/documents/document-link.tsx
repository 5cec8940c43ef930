import type { Schemas } from '../api/client.js';
import { fileSize } from '../french/amounts.js';

const formats: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG' };

interface Props {
  readonly document: Schemas['DocumentView'];
  readonly name?: string;
  /** Said after the format and the weight. */
  readonly detail?: string;
}

/** A download: name, format and weight, as the RGAA asks. */
export function DocumentLink({ document, name = document.filename, detail }: Props) {
  const extension = document.filename.split('.').at(-1)?.toUpperCase() ?? '';
  return (
    <a className="fr-link fr-link--download" href={`/api/documents/${document.id}/content`} download={document.filename}>
      {name}
      <span className="fr-link__detail">
        {[formats[document.mediaType] ?? extension, fileSize(document.size), detail].filter(Boolean).join(' – ')}
      </span>
    </a>
  );
}
