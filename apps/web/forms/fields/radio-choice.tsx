import { RadioButtons } from '@codegouvfr/react-dsfr/RadioButtons';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly message?: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen?: string;
  readonly inline?: boolean;
  readonly onChoose: (value: string) => void;
}

/** One answer among a few. */
export function RadioChoice({ id, name, legend, hint, message, options, chosen, inline = false, onChoose }: Props) {
  return (
    <RadioButtons
      id={id}
      legend={legend}
      hintText={hint}
      name={name}
      orientation={inline ? 'horizontal' : 'vertical'}
      state={message === undefined ? 'default' : 'error'}
      stateRelatedMessage={message}
      options={Object.entries(options).map(([value, label]) => ({
        label,
        nativeInputProps: { value, checked: chosen === value, onChange: () => onChoose(value) },
      }))}
    />
  );
}
