import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { useAutosave } from '../autosave/use-autosave.js';
import type { FormValue } from '../forms/value.js';
import { useSession } from '../session/session.js';

type Draft = Schemas['DraftView'];

export const readDraft = (id: string) => ask(api.GET('/api/drafts/{id}', { params: { path: { id } } }));

/** A draft that saves itself. When it was changed elsewhere, saving stops until the person has chosen between the two. */
export function useDraft(draft: Draft) {
  const { person } = useSession();
  const [theirs, setTheirs] = useState<Draft>();

  const save = async (content: FormValue, version: number) => {
    try {
      const saved = await ask(api.PUT('/api/drafts/{id}', { params: { path: { id: draft.id } }, body: { content, version } }));
      return saved.version;
    } catch (error) {
      if (asProblem(error).code === 'draftChanged') setTheirs(await readDraft(draft.id));
      throw error;
    }
  };

  const { settle, ...autosave } = useAutosave({
    key: `${person.id}:draft:${draft.id}`,
    stored: draft.content,
    version: draft.version,
    save,
  });
  return {
    ...autosave,
    theirs,
    choose: (choice: 'mine' | 'theirs') => {
      if (theirs) settle(choice, theirs.content, theirs.version);
      setTheirs(undefined);
    },
  };
}
