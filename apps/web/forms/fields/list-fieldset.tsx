import type { ReactNode } from 'react';
import type { ListField } from '../field.js';
import type { Path } from '../value.js';
import { RowsFieldset } from './rows-fieldset.js';

interface Props {
  readonly field: ListField;
  readonly path: Path;
  readonly renderRow: (index: number) => ReactNode;
}

/** Rows of the same fields. */
export const ListFieldset = ({ field, path, renderRow }: Props) => (
  <RowsFieldset
    field={field}
    path={path}
    empty={{}}
    renderRow={(index, removeButton) => (
      <fieldset key={index} className="jalon-row">
        <legend className="jalon-row__title">
          {field.itemLabel} {index + 1}
        </legend>
        {renderRow(index)}
        {removeButton}
      </fieldset>
    )}
  />
);
