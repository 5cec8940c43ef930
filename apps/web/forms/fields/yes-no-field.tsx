import { useFieldState, useFormState } from '../form-context.js';
import { valueAt } from '../value.js';
import { type FieldProps, hintOf, labelOf } from './field-props.js';
import { RadioChoice } from './radio-choice.js';

const answers = { yes: 'Oui', no: 'Non' };

/** Yes or no; neither until the person has said. */
export function YesNoField({ field, path }: FieldProps) {
  const { value } = useFormState();
  const { id, message, set } = useFieldState(path);
  const said = valueAt(value, path);
  return (
    <RadioChoice
      id={id}
      name={path.join('.')}
      legend={labelOf(field)}
      hint={hintOf(field)}
      message={message}
      options={answers}
      inline
      chosen={typeof said === 'boolean' ? (said ? 'yes' : 'no') : undefined}
      onChoose={(answer) => set(answer === 'yes')}
    />
  );
}
