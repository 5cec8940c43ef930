import { Fragment, type ReactNode } from 'react';
import type { VariantsField } from '../field.js';
import { useFieldState, useFormState } from '../form-context.js';
import { valueAt } from '../value.js';
import type { Path } from '../value.js';
import { RadioChoice } from './radio-choice.js';

interface Props {
  readonly field: VariantsField;
  readonly path: Path;
  readonly reveal: (chosen: VariantsField['variants'][number]) => ReactNode;
}

/** A choice that reveals the fields it needs. What was typed under another choice comes back with it. */
export function VariantsFieldset({ field, path, reveal }: Props) {
  const { value } = useFormState();
  const at = [...path, field.discriminator];
  const { id, message, set } = useFieldState(at);
  const chosen = field.variants.find((variant) => variant.value === valueAt(value, at));
  return (
    <>
      <RadioChoice
        id={id}
        name={at.join('.')}
        legend={field.label}
        message={message}
        options={Object.fromEntries(field.variants.map(({ value: option, label }) => [option, label]))}
        chosen={chosen?.value}
        onChoose={set}
      />
      {chosen && chosen.fields.length > 0 && (
        <div className="jalon-revealed">
          <Fragment key={chosen.value}>{reveal(chosen)}</Fragment>
        </div>
      )}
    </>
  );
}
