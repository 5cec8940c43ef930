import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { type Resource, useResource } from '../api/use-resource.js';

export interface ServiceCase<T> {
  readonly resource: Resource<{ readonly view: T; readonly one: Schemas['CaseDetail'] }>;
  /** Counts the changes made from the page, so that each part reads itself again. */
  readonly turn: number;
  readonly onChange: () => void;
}

/** A case of the service itself, such as a session or a cohort: the view of its own page, and the case as any other. */
export function useServiceCase<T>(ref: string, read: () => Promise<T>): ServiceCase<T> {
  const [turn, setTurn] = useState(0);
  const resource = useResource(`${ref} ${turn}`, async () => {
    const [view, one] = await Promise.all([read(), ask(api.GET('/api/cases/{ref}', { params: { path: { ref } } }))]);
    return { view, one };
  });
  return { resource, turn, onChange: () => setTurn((previous) => previous + 1) };
}
