import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem.js';
import { sessionEvents } from '../api/session-events.js';
import type { FormValue } from '../forms/value.js';
import { dropLocalCopy, keepLocalCopy, readLocalCopy } from './local-copy.js';

export type SaveState =
  | { readonly kind: 'untouched' | 'unsaved' | 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly problem: Problem };

interface Options {
  /** Names the local copy: whose, and of what. */
  readonly key: string;
  readonly stored: FormValue;
  /** Version of `stored`, for what has versions. */
  readonly version?: number;
  /** Saves on the server what was written on `version`; returns the new version. */
  readonly save: (content: FormValue, version: number) => Promise<number>;
}

/** A short silence of the keyboard. */
const pauseMs = 800;

/** Keeps what is typed: at once on this device, on the server after each pause. One save at a time, and always the latest. */
export function useAutosave({ key, stored, version = 0, save }: Options) {
  const [local] = useState(() => readLocalCopy(key));
  const [content, setContent] = useState<FormValue>(local?.content ?? stored);
  const [state, setState] = useState<SaveState>({ kind: local ? 'unsaved' : 'untouched' });
  const latest = useRef(content);
  const saved = useRef(local ? undefined : content);
  const base = useRef(local?.base ?? version);
  const running = useRef<Promise<boolean>>(undefined);
  const saving = useRef(save);
  saving.current = save;

  const saveAll = useCallback(async (): Promise<boolean> => {
    try {
      while (saved.current !== latest.current) {
        const written = latest.current;
        setState({ kind: 'saving' });
        base.current = await saving.current(written, base.current);
        saved.current = written;
      }
      dropLocalCopy(key);
      setState({ kind: 'saved', at: Date.now() });
      return true;
    } catch (error) {
      setState({ kind: 'failed', problem: asProblem(error) });
      return false;
    }
  }, [key]);

  /** Saves now; false when it could not. */
  const flush = useCallback((): Promise<boolean> => {
    if (saved.current === latest.current) return Promise.resolve(true);
    running.current ??= saveAll().finally(() => (running.current = undefined));
    return running.current;
  }, [saveAll]);

  const change = useCallback(
    (update: (previous: FormValue) => FormValue) => {
      latest.current = update(latest.current);
      keepLocalCopy(key, { content: latest.current, base: base.current });
      setState({ kind: 'unsaved' });
      setContent(latest.current);
    },
    [key],
  );

  /** Takes what the server holds, or keeps what was typed, now written on that version. */
  const settle = useCallback(
    (choice: 'mine' | 'theirs', theirs: FormValue, theirVersion: number) => {
      base.current = theirVersion;
      if (choice === 'theirs') {
        latest.current = theirs;
        saved.current = theirs;
        dropLocalCopy(key);
        setContent(theirs);
        setState({ kind: 'saved', at: Date.now() });
        return;
      }
      keepLocalCopy(key, { content: latest.current, base: theirVersion });
      void flush();
    },
    [key, flush],
  );

  useEffect(() => {
    if (saved.current === content) return undefined;
    const timer = setTimeout(() => void flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [content, flush]);

  useEffect(() => sessionEvents.on('renewed', () => void flush()), [flush]);

  return { content, state, change, flush, settle, forget: useCallback(() => dropLocalCopy(key), [key]) };
}
