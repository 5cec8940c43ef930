import { useFieldState, useFormState } from '../form-context.js';
import { valueAt } from '../value.js';
import { type FieldProps, hintOf, labelOf } from './field-props.js';
import { RadioChoice } from './radio-choice.js';

/** One answer among those of the procedure. */
export function ChoiceField({ field, path }: FieldProps) {
  const { value } = useFormState();
  const { id, message, set } = useFieldState(path);
  const chosen = valueAt(value, path);
  return (
    <RadioChoice
      id={id}
      name={path.join('.')}
      legend={labelOf(field)}
      hint={hintOf(field)}
      message={message}
      options={field.options}
      chosen={typeof chosen === 'string' ? chosen : undefined}
      onChoose={set}
    />
  );
}
