import { useState } from 'react';
import { api, type Schemas } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import { upload } from '../../api/upload.js';
import { DocumentLink } from '../../documents/document-link.js';
import { useDocuments } from '../../documents/use-documents.js';
import { announce } from '../../layout/announcer.js';
import { useFieldState, useFormState } from '../form-context.js';
import { rowsOf, valueAt } from '../value.js';
import { type FieldProps, hintOf } from './field-props.js';
import { UploadInput } from './upload-input.js';

/** Files sent as soon as they are chosen; the form keeps their ids. */
export function DocumentsField({ field, path }: FieldProps) {
  const { value, place } = useFormState();
  const { id, message, update } = useFieldState(path);
  const ids = rowsOf(valueAt(value, path)).map(String);
  const { documents, add } = useDocuments(ids);
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number }>();
  const [refused, setRefused] = useState<string>();

  const send = async (files: readonly File[]) => {
    setRefused(undefined);
    for (const file of files) {
      try {
        setSending({ name: file.name, share: 0 });
        const document = await upload(file, place, (share) => setSending({ name: file.name, share }));
        add(document);
        update((previous) => [...rowsOf(previous), document.id]);
        announce(`Fichier ajouté\u00a0: ${document.filename}`);
      } catch (error) {
        const { message: title, help } = asProblem(error);
        setRefused(`${file.name}\u00a0: ${title}. ${help}`);
      }
    }
    setSending(undefined);
  };

  const remove = async (document: Schemas['DocumentView']) => {
    update((previous) => rowsOf(previous).filter((one) => one !== document.id));
    announce(`Fichier retiré\u00a0: ${document.filename}`);
    // Best effort: on a case under way the file stays where it was sent, only the answer no longer names it.
    if ('draftId' in place) await api.DELETE('/api/documents/{id}', { params: { path: { id: document.id } } });
  };

  return (
    <div className="fr-mb-4w">
      <UploadInput
        id={id}
        label={field.label}
        hint={[hintOf(field), 'PDF, image ou document bureautique\u202f; 50 Mo au plus par fichier.'].filter(Boolean).join(' ')}
        message={refused ?? message}
        busy={sending !== undefined}
        onChoose={(files) => void send(files)}
      />
      {sending && (
        <p className="fr-mt-1w">
          <progress className="jalon-progress" max={1} value={sending.share} aria-label={`Envoi de ${sending.name}`} /> Envoi de{' '}
          {sending.name}&nbsp;: {Math.round(sending.share * 100)}
          {'\u202f%'}
        </p>
      )}
      {documents.length > 0 && (
        <ul className="fr-raw-list jalon-files">
          {documents.map((document) => (
            <li key={document.id}>
              <DocumentLink document={document} />
              <button
                type="button"
                className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-ml-1w"
                onClick={() => void remove(document)}
              >
                Retirer<span className="fr-sr-only"> {document.filename}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
