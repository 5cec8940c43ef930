import { Tag } from '@codegouvfr/react-dsfr/Tag';
import { frenchDate } from '#workflows/calendar/french.js';
import { catalogue } from '#workflows/catalogue.js';
import { type Filter, type InboxQuery, names } from './inbox-query.js';

interface Props {
  readonly query: InboxQuery;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const said: Readonly<Record<Filter, (value: string) => string>> = {
  q: (text) => `«\u00a0${text}\u00a0»`,
  procedure: (id) => catalogue.find((one) => one.id === id)?.label ?? id,
  stage: (id) => catalogue.flatMap(({ stages }) => Object.values(stages)).find((stage) => stage.id === id)?.label ?? id,
  dueBefore: (day) => `Au plus tard le ${frenchDate(day)}`,
};

/** The filters that apply, each taken away by its tag. */
export function ActiveFilters({ query, onChange }: Props) {
  const active = (Object.keys(names) as Filter[]).flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [{ name, label: said[name](value) }];
  });
  if (active.length === 0) return null;
  return (
    <ul className="fr-tags-group" aria-label="Filtres appliqués">
      {active.map(({ name, label }) => (
        <li key={name}>
          <Tag
            dismissible
            nativeButtonProps={{ 'aria-label': `Retirer le filtre ${label}`, onClick: () => onChange({ [names[name]]: undefined }) }}
          >
            {label}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
