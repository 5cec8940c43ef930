import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { Dialog } from './dialog.js';

interface Props {
  readonly label: string;
  /** On what: said to people who hear the button outside its row. */
  readonly about?: string;
  readonly title: string;
  readonly explanation: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({ label, about, title, explanation, confirmLabel, onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        priority="tertiary no outline"
        onClick={() => setOpen(true)}
        nativeButtonProps={about === undefined ? {} : { 'aria-label': `${label}\u00a0: ${about}` }}
      >
        {label}
      </Button>
      {open && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <p>{explanation}</p>
          <div className="jalon-actions">
            <Button
              onClick={() => {
                setOpen(false);
                onConfirm();
              }}
            >
              {confirmLabel}
            </Button>
            <Button priority="secondary" onClick={() => setOpen(false)}>
              Annuler
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
