import { Fragment } from 'react';
import type { Field } from './field.js';
import { CheckboxField } from './fields/checkbox-field.js';
import { ChoiceField } from './fields/choice-field.js';
import { ChoicesField } from './fields/choices-field.js';
import { DocumentsField } from './fields/documents-field.js';
import { GroupFieldset } from './fields/group-fieldset.js';
import { ListFieldset } from './fields/list-fieldset.js';
import { NumberField } from './fields/number-field.js';
import { TextField } from './fields/text-field.js';
import { ValuesFieldset } from './fields/values-fieldset.js';
import { VariantsFieldset } from './fields/variants-fieldset.js';
import { YesNoField } from './fields/yes-no-field.js';
import { pathText } from './errors.js';
import { useFormState } from './form-context.js';
import type { Path } from './value.js';

/** Draws fields one under the other; a field that is made of fields draws them the same way. */
export function FormFields({ fields, path }: { readonly fields: readonly Field[]; readonly path: Path }) {
  const { under } = useFormState();
  return fields.map((field) => {
    const here = field.kind === 'variants' ? path : [...path, field.key];
    return (
      <Fragment key={field.key || 'choice'}>
        <FormField field={field} path={here} />
        {under[pathText(here)]}
      </Fragment>
    );
  });
}

function FormField({ field, path }: { readonly field: Field; readonly path: Path }) {
  switch (field.kind) {
    case 'group':
      return (
        <GroupFieldset field={field}>
          <FormFields fields={field.fields} path={path} />
        </GroupFieldset>
      );
    case 'list':
      return <ListFieldset field={field} path={path} renderRow={(index) => <FormFields fields={field.fields} path={[...path, index]} />} />;
    case 'values':
      return (
        <ValuesFieldset
          field={field}
          path={path}
          renderValue={(index) => <FormField field={{ ...field.item, label: `${field.itemLabel} ${index + 1}` }} path={[...path, index]} />}
        />
      );
    case 'hidden':
      return null;
    case 'variants':
      return <VariantsFieldset field={field} path={path} reveal={({ fields }) => <FormFields fields={fields} path={path} />} />;
    case 'choice':
      return <ChoiceField field={field} path={path} />;
    case 'choices':
      return <ChoicesField field={field} path={path} />;
    case 'yesNo':
      return <YesNoField field={field} path={path} />;
    case 'checkbox':
      return <CheckboxField field={field} path={path} />;
    case 'documents':
      return <DocumentsField field={field} path={path} />;
    case 'number':
    case 'money':
    case 'percent':
      return <NumberField field={field} path={path} />;
    case 'text':
    case 'textarea':
    case 'email':
    case 'siret':
    case 'date':
      return <TextField field={field} path={path} />;
  }
}
