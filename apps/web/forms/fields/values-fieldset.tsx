import type { ReactNode } from 'react';
import type { ValuesField } from '../field.js';
import type { Path } from '../value.js';
import { RowsFieldset } from './rows-fieldset.js';

interface Props {
  readonly field: ValuesField;
  readonly path: Path;
  readonly renderValue: (index: number) => ReactNode;
}

/** Values of the same kind, such as dates. */
export const ValuesFieldset = ({ field, path, renderValue }: Props) => (
  <RowsFieldset
    field={field}
    path={path}
    empty=""
    rowsClassName="jalon-values"
    renderRow={(index, removeButton) => (
      <div key={index} className="jalon-value">
        {renderValue(index)}
        {removeButton}
      </div>
    )}
  />
);
