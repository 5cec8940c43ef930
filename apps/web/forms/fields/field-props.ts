import type { SimpleField } from '../field.js';
import type { Path } from '../value.js';

export interface FieldProps {
  readonly field: SimpleField;
  readonly path: Path;
}

/** « (facultatif) »: what is not said to be optional is required. */
export const labelOf = ({ label, optional }: Pick<SimpleField, 'label' | 'optional'>) => (optional ? `${label} (facultatif)` : label);

/** The hint with the expected format. */
export function hintOf({ hint, example }: Pick<SimpleField, 'hint' | 'example'>): string | undefined {
  const said = [hint, example === undefined ? undefined : `Exemple\u00a0: ${example}`].filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
}
