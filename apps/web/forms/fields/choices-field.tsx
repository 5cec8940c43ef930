import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { useFieldState, useFormState } from '../form-context.js';
import { rowsOf, valueAt } from '../value.js';
import { type FieldProps, hintOf, labelOf } from './field-props.js';

/** Several answers among those of the procedure, kept in its order. */
export function ChoicesField({ field, path }: FieldProps) {
  const { value, names } = useFormState();
  const { id, state, message, set } = useFieldState(path);
  const chosen = rowsOf(valueAt(value, path));
  const values = Object.keys(field.options);
  return (
    <Checkbox
      id={id}
      legend={labelOf(field)}
      hintText={hintOf(field)}
      state={state}
      stateRelatedMessage={message}
      options={Object.entries(field.options).map(([option, label]) => ({
        label: names[option] === undefined ? label : `${names[option]} – ${label}`,
        nativeInputProps: {
          name: path.join('.'),
          checked: chosen.includes(option),
          onChange: ({ target }) => set(values.filter((one) => (one === option ? target.checked : chosen.includes(one)))),
        },
      }))}
    />
  );
}
