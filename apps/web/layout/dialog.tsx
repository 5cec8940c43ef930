import { type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A modal window with the DSFR's looks on the browser's own dialog, which keeps the focus inside and gives it back. The library's modal
 * wants an identifier known when the module is read; lists need one a row.
 */
export function Dialog({ title, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="jalon-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="jalon-dialog__head">
        <button type="button" className="fr-btn--close fr-btn" onClick={onClose}>
          Fermer
        </button>
      </div>
      <h2 id={id} className="fr-h4">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
