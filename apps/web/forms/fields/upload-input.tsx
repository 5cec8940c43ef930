import { Upload } from '@codegouvfr/react-dsfr/Upload';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly message?: string;
  readonly busy: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** The browser's own file chooser: it works by keyboard and with every aid. */
export function UploadInput({ id, label, hint, message, busy, onChoose }: Props) {
  return (
    <Upload
      label={label}
      hint={hint}
      multiple
      disabled={busy}
      state={message === undefined ? 'default' : 'error'}
      stateRelatedMessage={message}
      nativeInputProps={{
        id,
        'aria-invalid': message !== undefined,
        onChange: ({ target }) => {
          onChoose([...(target.files ?? [])]);
          // The same file may be chosen again after a refusal.
          target.value = '';
        },
      }}
    />
  );
}
