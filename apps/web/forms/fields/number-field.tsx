import { Input } from '@codegouvfr/react-dsfr/Input';
import { useState } from 'react';
import { useFieldState, useFormState } from '../form-context.js';
import { parseNumber, scales, typedNumber } from '../numbers.js';
import { valueAt } from '../value.js';
import { type FieldProps, hintOf, labelOf } from './field-props.js';

const units: Readonly<Record<string, string>> = { money: ' (en euros)', percent: ' (en\u202f%)' };

/** A number, an amount or a percentage. A text field, so that « 12 500,50 » may be typed; what is not a number stays visible. */
export function NumberField({ field, path }: FieldProps) {
  const { value } = useFormState();
  const { id, state, message, set } = useFieldState(path);
  const scale = scales[field.kind] ?? 1;
  const stored = valueAt(value, path);
  const [typing, setTyping] = useState<string>();
  const shown = typing ?? (typeof stored === 'string' ? stored : typedNumber(stored, scale));
  return (
    <Input
      className="jalon-number"
      label={`${labelOf(field)}${units[field.kind] ?? ''}`}
      hintText={hintOf(field)}
      state={state}
      stateRelatedMessage={message}
      nativeInputProps={{
        id,
        name: path.join('.'),
        inputMode: 'decimal',
        autoComplete: 'off',
        value: shown,
        'aria-required': !field.optional,
        'aria-invalid': message !== undefined,
        onChange: ({ target }) => {
          setTyping(target.value);
          set(parseNumber(target.value, scale) ?? target.value);
        },
        onBlur: () => setTyping(undefined),
      }}
    />
  );
}
