import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import { announce } from '../../layout/announcer.js';
import type { ListField } from '../field.js';
import { useFieldState, useFormState } from '../form-context.js';
import { type Path, rowsOf, valueAt } from '../value.js';

interface Props {
  readonly field: ListField;
  readonly path: Path;
  readonly renderRow: (index: number) => ReactNode;
}

/** Rows of the same fields, added and taken away one by one. */
export function ListFieldset({ field, path, renderRow }: Props) {
  const { value } = useFormState();
  const { id, message, update } = useFieldState(path);
  const rows = rowsOf(valueAt(value, path));
  const remove = (index: number) => {
    update((previous) => rowsOf(previous).toSpliced(index, 1));
    announce(`Suppression faite\u00a0: ${field.itemLabel} ${index + 1}.`);
  };
  return (
    <fieldset className="jalon-fieldset" aria-describedby={message === undefined ? undefined : `${id}-message`}>
      <legend className="jalon-legend">{field.label}</legend>
      {field.hint && <p className="fr-hint-text fr-mb-2w">{field.hint}</p>}
      {rows.map((_, index) => (
        <fieldset key={index} className="jalon-row">
          <legend className="jalon-row__title">
            {field.itemLabel} {index + 1}
          </legend>
          {renderRow(index)}
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
        </fieldset>
      ))}
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
        onClick={() => update((previous) => [...rowsOf(previous), {}])}
        nativeButtonProps={{ 'aria-describedby': message === undefined ? undefined : `${id}-message` }}
      >
        Ajouter&nbsp;: {field.itemLabel.toLocaleLowerCase('fr')}
      </Button>
    </fieldset>
  );
}
