import type { GroupField } from '../field.js';
import { FormFields } from '../form-fields.js';
import type { Path } from '../value.js';

/** Fields under one title. */
export function GroupFieldset({ field, path }: { readonly field: GroupField; readonly path: Path }) {
  return (
    <fieldset className="jalon-fieldset">
      <legend className="jalon-legend">{field.label}</legend>
      {field.hint && <p className="fr-hint-text fr-mb-2w">{field.hint}</p>}
      <FormFields fields={field.fields} path={path} />
    </fieldset>
  );
}
