import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { useFieldState, useFormState } from '../form-context.js';
import { valueAt } from '../value.js';
import type { FieldProps } from './field-props.js';

/** A commitment to tick. */
export function CheckboxField({ field, path }: FieldProps) {
  const { value } = useFormState();
  const { id, state, message, set } = useFieldState(path);
  return (
    <Checkbox
      id={id}
      state={state}
      stateRelatedMessage={message}
      options={[
        {
          label: field.label,
          hintText: field.hint,
          nativeInputProps: {
            name: path.join('.'),
            checked: valueAt(value, path) === true,
            'aria-invalid': message !== undefined,
            onChange: ({ target }) => set(target.checked ? true : undefined),
          },
        },
      ]}
    />
  );
}
