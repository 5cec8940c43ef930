import { Select } from '@codegouvfr/react-dsfr/Select';

interface Props {
  readonly label: string;
  /** What choosing nothing is called; left out where one is always chosen. */
  readonly all?: string;
  readonly value?: string;
  readonly options: Iterable<readonly [value: string, label: string]>;
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

/** One of a few values, such as a filter or a sort; nothing chosen is the empty text. */
export function OptionSelect({ label, all, value = '', options, onChange, className }: Props) {
  return (
    <Select label={label} className={className} nativeSelectProps={{ value, onChange: ({ target }) => onChange(target.value) }}>
      {all !== undefined && <option value="">{all}</option>}
      {[...options].map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </Select>
  );
}
