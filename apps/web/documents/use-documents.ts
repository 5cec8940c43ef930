import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';

type Document = Schemas['DocumentView'];

/** The files with these ids, in that order; one that has gone is left out. `add` spares reading what was just sent. */
export function useDocuments(ids: readonly string[]) {
  const [known, setKnown] = useState<Readonly<Record<string, Document>>>({});
  const missing = ids.filter((id) => !(id in known));
  const { data = [] } = useResource(missing.join(), () => Promise.all(missing.map(readDocument)));
  const found = new Map([...data.flatMap((one) => (one ? [one] : [])), ...Object.values(known)].map((one) => [one.id, one]));
  return {
    documents: ids.flatMap((id) => found.get(id) ?? []),
    add: (document: Document) => setKnown((previous) => ({ ...previous, [document.id]: document })),
  };
}

const readDocument = (id: string) => ask(api.GET('/api/documents/{id}', { params: { path: { id } } })).catch(() => undefined);
