import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import type { ZodType } from 'zod';
import type { AttachmentPlace } from '../api/upload.js';
import { useAct } from '../api/use-act.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { Dialog } from './dialog.js';

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

/** Says what will happen, asks for what is needed, then does it; a refusal stays in the window. */
export function FormDialog({ title, explanation, form, initial = {}, confirmLabel, onClose, place, send }: Props) {
  const [value, setValue] = useState<FormValue>(initial);
  const act = useAct((key, answer: FormValue) => send(answer, key));
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{explanation}</p>
      <SentForm form={form} value={value} onChange={setValue} place={place} send={act} label={confirmLabel}>
        <Button type="button" priority="secondary" onClick={onClose}>
          Annuler
        </Button>
      </SentForm>
    </Dialog>
  );
}
