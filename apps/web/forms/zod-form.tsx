import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ZodType } from 'zod';
import type { AttachmentPlace } from '../api/upload.js';
import { ErrorSummary } from './error-summary.js';
import { check, type FieldErrors, namedErrors } from './errors.js';
import { fieldsOf } from './field.js';
import { FormContext, type FormState } from './form-context.js';
import { FormFields } from './form-fields.js';
import { completed, type FormValue, valueAt, withValueAt } from './value.js';

interface Props {
  /** Keep the same object between renders: the fields are read from it. */
  readonly form: ZodType;
  readonly value: FormValue;
  readonly onChange: (change: (previous: FormValue) => FormValue) => void;
  readonly onSubmit: (answer: FormValue) => void;
  /** Where files are sent; left out where nothing is attached. */
  readonly place?: AttachmentPlace;
  /** What the server found, by path. */
  readonly refused?: FieldErrors;
  /** Names of people, by id. */
  readonly names?: FormState['names'];
  /** What is drawn under a field, by path. */
  readonly under?: FormState['under'];
  readonly children: ReactNode;
}

const nothing: FormState['under'] = {};
const nobody: FormState['names'] = {};
const nowhere: AttachmentPlace = { draftId: '' };

/** Draws any form of a procedure from its schema. `children` are the buttons; a submit button sends what the schema accepts. */
export function ZodForm({ form, value, onChange, onSubmit, place = nowhere, refused, names = nobody, under = nothing, children }: Props) {
  const fields = useMemo(() => fieldsOf(form), [form]);
  const [attempt, setAttempt] = useState(0);
  const shown = completed(fields, value);
  const errors: FieldErrors = { ...refused, ...(attempt > 0 && check(form, value).errors) };

  // What the server refuses is known after the attempt: its summary takes the focus as that of the browser does.
  useEffect(() => {
    if (refused && Object.keys(refused).length > 0) setAttempt((previous) => previous + 1);
  }, [refused]);

  const submit = () => {
    const { answer } = check(form, value);
    if (answer) onSubmit(answer);
    setAttempt((previous) => previous + 1);
  };

  const update: FormState['update'] = (path, change) =>
    onChange((previous) => {
      const whole = completed(fields, previous);
      return withValueAt(whole, path, change(valueAt(whole, path))) as FormValue;
    });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={namedErrors(fields, errors)} attempt={attempt} />
      <FormContext value={{ value: shown, errors, place, names, under, update }}>
        <FormFields fields={fields} path={[]} />
      </FormContext>
      {children}
    </form>
  );
}
