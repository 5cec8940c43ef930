import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import { announce } from '../../layout/announcer.js';
import type { ValuesField } from '../field.js';
import { useFieldState, useFormState } from '../form-context.js';
import { type Path, rowsOf, valueAt } from '../value.js';

interface Props {
  readonly field: ValuesField;
  readonly path: Path;
  readonly renderValue: (index: number) => ReactNode;
}

/** Values of the same kind, such as dates, added and taken away one by one. */
export function ValuesFieldset({ field, path, renderValue }: Props) {
  const { value } = useFormState();
  const { id, message, update } = useFieldState(path);
  const values = rowsOf(valueAt(value, path));
  const described = { 'aria-describedby': message === undefined ? undefined : `${id}-message` };
  const remove = (index: number) => {
    update((previous) => rowsOf(previous).toSpliced(index, 1));
    announce(`Suppression faite\u00a0: ${field.itemLabel} ${index + 1}.`);
  };
  return (
    <fieldset className="jalon-fieldset" {...described}>
      <legend className="jalon-legend">{field.label}</legend>
      {field.hint && <p className="fr-hint-text fr-mb-2w">{field.hint}</p>}
      <div className="jalon-values">
        {values.map((_, index) => (
          <div key={index} className="jalon-value">
            {renderValue(index)}
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
          </div>
        ))}
      </div>
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
        onClick={() => update((previous) => [...rowsOf(previous), ''])}
        nativeButtonProps={described}
      >
        Ajouter&nbsp;: {field.itemLabel.toLocaleLowerCase('fr')}
      </Button>
    </fieldset>
  );
}
