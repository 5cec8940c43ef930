import { Tag } from '@codegouvfr/react-dsfr/Tag';

interface Props<F extends string> {
  /** Names of the filters in the address, in the order in which they are shown. */
  readonly names: Readonly<Record<F, string>>;
  readonly values: Readonly<Partial<Record<F, string>>>;
  /** What each value is called. */
  readonly said: Readonly<Record<F, (value: string) => string>>;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** The filters that apply, each taken away by its tag. */
export function ActiveFilters<F extends string>({ names, values, said, onChange }: Props<F>) {
  const active = (Object.keys(names) as F[]).flatMap((filter) => {
    const value = values[filter];
    return value === undefined ? [] : [{ name: names[filter], label: said[filter](value) }];
  });
  if (active.length === 0) return null;
  return (
    <ul className="fr-tags-group fr-mt-2w" aria-label="Filtres appliqués">
      {active.map(({ name, label }) => (
        <li key={name}>
          <Tag
            dismissible
            nativeButtonProps={{ 'aria-label': `Retirer le filtre ${label}`, onClick: () => onChange({ [name]: undefined }) }}
          >
            {label}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
