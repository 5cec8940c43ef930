import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { DocumentLink } from '../documents/document-link.js';
import { dayOf } from '../french/moments.js';
import { Loaded } from '../layout/loaded.js';

interface Props {
  readonly caseRef: string;
  readonly seq?: number;
  /** The day at whose end the case is read; left out: now. */
  readonly on?: string;
}

/** Files sent with the case and letters that it produced. */
export function CaseDocuments({ caseRef, seq = 0, on }: Props) {
  const documents = useResource(`${caseRef} ${seq} ${on ?? ''}`, () =>
    ask(api.GET('/api/cases/{ref}/documents', { params: { path: { ref: caseRef }, query: { on } } })),
  );
  return (
    <Loaded resource={documents}>
      {(list) =>
        list.length === 0 ? (
          <p>Aucun document.</p>
        ) : (
          <ul className="fr-raw-list jalon-files">
            {list.map((document) => (
              <li key={document.id}>
                <DocumentLink
                  document={document}
                  name={document.kind === 'attachment' ? document.filename : document.label}
                  detail={dayOf(document.createdAt)}
                />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
