import { DocumentLink } from '../documents/document-link.js';
import { useDocuments } from '../documents/use-documents.js';

/** Files of an answer, to download. */
export function AnswerDocuments({ ids }: { readonly ids: readonly string[] }) {
  const { documents } = useDocuments(ids);
  if (ids.length === 0) return <span className="jalon-missing">Aucun fichier</span>;
  return (
    <ul className="fr-raw-list jalon-files">
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentLink document={document} />
        </li>
      ))}
    </ul>
  );
}
