import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import type { ZodType } from 'zod';
import type { Act } from '../api/use-act.js';
import type { AttachmentPlace } from '../api/upload.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import type { FormValue } from './value.js';
import { ZodForm } from './zod-form.js';

interface Props {
  /** Keep the same object between renders. */
  readonly form: ZodType;
  readonly value: FormValue;
  readonly onChange: (change: (previous: FormValue) => FormValue) => void;
  /** Where files are sent; left out where nothing is attached. */
  readonly place?: AttachmentPlace;
  /** Is given what the schema accepts. */
  readonly send: Act<[FormValue]>;
  readonly label: string;
  /** On the button while it is sent. */
  readonly busyLabel?: string;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** A form that one button sends: a refusal is said above it, and at the fields that it is about. */
export function SentForm({ send, label, busyLabel = label, children, ...form }: Props) {
  return (
    <>
      <ProblemAlert problem={send.problem} />
      <ZodForm {...form} onSubmit={(answer) => void send.run(answer)} refused={send.problem?.fields}>
        <div className="jalon-actions fr-mt-3w">
          <Button type="submit" disabled={send.busy}>
            {send.busy ? busyLabel : label}
          </Button>
          {children}
        </div>
      </ZodForm>
    </>
  );
}
