import type { VariantsField } from '../field.js';
import { useFieldState, useFormState } from '../form-context.js';
import { FormFields } from '../form-fields.js';
import { valueAt } from '../value.js';
import type { Path } from '../value.js';
import { RadioChoice } from './radio-choice.js';

/** A choice that reveals the fields it needs. What was typed under another choice comes back with it. */
export function VariantsFieldset({ field, path }: { readonly field: VariantsField; readonly path: Path }) {
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
          <FormFields key={chosen.value} fields={chosen.fields} path={path} />
        </div>
      )}
    </>
  );
}
