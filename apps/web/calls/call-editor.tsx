import { Button } from '@codegouvfr/react-dsfr/Button';
import { type ReactNode, useMemo } from 'react';
import type { ZodType } from 'zod';
import { formPath } from '#workflows/ftap/call-form.js';
import type { Problem } from '../api/problem.js';
import type { FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';

interface Props {
  readonly form: ZodType;
  readonly value: FormValue;
  readonly onChange: (change: (previous: FormValue) => FormValue) => void;
  readonly onSubmit: (answer: FormValue) => void;
  readonly problem?: Problem;
  readonly busy: boolean;
  readonly submitLabel: string;
  readonly cancelHref: string;
  /** What stands in the way, beside the button that met it: the form is long. */
  readonly notice: ReactNode;
}

/** The whole form of a call. */
export function CallEditor({ form, value, onChange, onSubmit, problem, busy, submitLabel, cancelHref, notice }: Props) {
  const refused = useMemo(
    () => problem && Object.fromEntries(Object.entries(problem.fields).map(([path, message]) => [formPath(path), message])),
    [problem],
  );
  return (
    <ZodForm form={form} value={value} onChange={onChange} onSubmit={onSubmit} refused={refused}>
      {notice}
      <div className="jalon-actions fr-mt-3w">
        <Button type="submit" disabled={busy}>
          {busy ? 'Enregistrement…' : submitLabel}
        </Button>
        <Button priority="secondary" linkProps={{ href: cancelHref }}>
          Annuler
        </Button>
      </div>
    </ZodForm>
  );
}
