import { createContext, type ReactNode, use } from 'react';
import type { AttachmentPlace } from '../api/upload.js';
import { type FieldErrors, fieldId, pathText } from './errors.js';
import type { FormValue, Path } from './value.js';

export interface FormState {
  readonly value: FormValue;
  readonly errors: FieldErrors;
  /** Changes the value at a path; `change` is given what is there now, which may be newer than what was drawn. */
  readonly update: (path: Path, change: (previous: unknown) => unknown) => void;
  /** Where attached files go. */
  readonly place: AttachmentPlace;
  /** Names of the people whom a choice is among, by id: a form holds ids only. */
  readonly names: Readonly<Record<string, string>>;
  /** What a page draws under a field, by path: a sum, a way to fill it in. */
  readonly under: Readonly<Record<string, ReactNode>>;
}

export const FormContext = createContext<FormState | undefined>(undefined);

export function useFormState(): FormState {
  const form = use(FormContext);
  if (!form) throw new Error('A field needs a form around it.');
  return form;
}

/** Everything that a field's drawing shares: its element's id, its message. */
export function useFieldState(path: Path) {
  const { errors, update } = useFormState();
  const text = pathText(path);
  const message = errors[text];
  return {
    id: fieldId(text),
    message,
    state: message === undefined ? ('default' as const) : ('error' as const),
    set: (next: unknown) => update(path, () => next),
    update: (change: (previous: unknown) => unknown) => update(path, change),
  };
}
