import { Input } from '@codegouvfr/react-dsfr/Input';
import type { InputHTMLAttributes } from 'react';
import { useFieldState, useFormState } from '../form-context.js';
import { valueAt } from '../value.js';
import { type FieldProps, hintOf, labelOf } from './field-props.js';

const native: Readonly<Record<string, InputHTMLAttributes<HTMLInputElement>>> = {
  text: { type: 'text' },
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  siret: { type: 'text', inputMode: 'numeric', spellCheck: false },
  date: { type: 'date' },
};

/** Words, an address, a SIRET number, a date: what is typed is what is kept. */
export function TextField({ field, path }: FieldProps) {
  const { value } = useFormState();
  const { id, state, message, set } = useFieldState(path);
  const typed = valueAt(value, path);
  const shared = {
    label: labelOf(field),
    // The browser's own date picker shows the format in the person's language.
    hintText: hintOf(field.kind === 'date' ? { ...field, example: undefined } : field),
    state,
    stateRelatedMessage: message,
  };
  const text = typeof typed === 'string' ? typed : '';
  const common = { id, name: path.join('.'), value: text, 'aria-required': !field.optional, 'aria-invalid': message !== undefined };
  if (field.kind === 'textarea') {
    return <Input {...shared} textArea nativeTextAreaProps={{ ...common, rows: 4, onChange: (event) => set(event.target.value) }} />;
  }
  return <Input {...shared} nativeInputProps={{ ...common, ...native[field.kind], onChange: (event) => set(event.target.value) }} />;
}
