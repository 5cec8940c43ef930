import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import { announce } from '../../layout/announcer.js';
import { useFieldState, useFormState } from '../form-context.js';
import { type Path, rowsOf, valueAt } from '../value.js';

interface Props {
  readonly field: { readonly label: string; readonly hint?: string | undefined; readonly itemLabel: string };
  readonly path: Path;
  /** What a row begins as. */
  readonly empty: unknown;
  readonly rowsClassName?: string;
  /** One row, with the button that takes it away. */
  readonly renderRow: (index: number, removeButton: ReactNode) => ReactNode;
}

/** Rows that are added and taken away one by one: groups of fields, or single values. */
export function RowsFieldset({ field, path, empty, rowsClassName, renderRow }: Props) {
  const { value } = useFormState();
  const { id, message, update } = useFieldState(path);
  const rows = rowsOf(valueAt(value, path));
  const described = { 'aria-describedby': message === undefined ? undefined : `${id}-message` };
  const remove = (index: number) => {
    update((previous) => rowsOf(previous).toSpliced(index, 1));
    announce(`Suppression faite\u00a0: ${field.itemLabel} ${index + 1}.`);
  };
  const removeButton = (index: number) => (
    <Button
      type="button"
      priority="tertiary no outline"
      size="small"
      iconId="fr-icon-delete-line"
      onClick={() => remove(index)}
      title={`Supprimer\u00a0: ${field.itemLabel} ${index + 1}`}
    >
      Supprimer
    </Button>
  );
  return (
    <fieldset className="jalon-fieldset" {...described}>
      <legend className="jalon-legend">{field.label}</legend>
      {field.hint && <p className="fr-hint-text fr-mb-2w">{field.hint}</p>}
      <div className={rowsClassName}>{rows.map((_, index) => renderRow(index, removeButton(index)))}</div>
      {message !== undefined && (
        <p id={`${id}-message`} className="fr-error-text fr-mb-2w">
          {message}
        </p>
      )}
      <Button
        type="button"
        id={id}
        priority="secondary"
        iconId="fr-icon-add-line"
        onClick={() => update((previous) => [...rowsOf(previous), empty])}
        nativeButtonProps={described}
      >
        Ajouter&nbsp;: {field.itemLabel.toLocaleLowerCase('fr')}
      </Button>
    </fieldset>
  );
}
