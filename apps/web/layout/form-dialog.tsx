import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import type { ZodType } from 'zod';
import type { AttachmentPlace } from '../api/upload.js';
import { useAct } from '../api/use-act.js';
import { type FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';
import { Dialog } from './dialog.js';
import { ProblemAlert } from './problem-alert.js';

interface Props {
  readonly title: string;
  readonly explanation: string;
  /** Keep the same object between renders. */
  readonly form: ZodType;
  readonly initial?: FormValue;
  readonly confirmLabel: string;
  readonly onClose: () => void;
  /** Where files are sent; left out where nothing is attached. */
  readonly place?: AttachmentPlace;
  /** `key` stays the same while the network fails. */
  readonly send: (answer: FormValue, key: string) => Promise<void>;
}

/** Nothing is attached to what these forms are about. */
const nowhere = { draftId: '' };

/** Says what will happen, asks for what is needed, then does it; a refusal stays in the window. */
export function FormDialog({ title, explanation, form, initial = {}, confirmLabel, onClose, place = nowhere, send }: Props) {
  const [value, setValue] = useState<FormValue>(initial);
  const act = useAct((key, answer: FormValue) => send(answer, key));
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{explanation}</p>
      <ProblemAlert problem={act.problem} />
      <ZodForm
        form={form}
        value={value}
        onChange={setValue}
        onSubmit={(answer) => void act.run(answer)}
        place={place}
        refused={act.problem?.fields}
      >
        <div className="jalon-actions fr-mt-3w">
          <Button type="submit" disabled={act.busy}>
            {confirmLabel}
          </Button>
          <Button type="button" priority="secondary" onClick={onClose}>
            Annuler
          </Button>
        </div>
      </ZodForm>
    </Dialog>
  );
}
