import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import type { SyntheticEvent } from 'react';
import { catalogue } from '#workflows/catalogue.js';
import { OptionSelect } from '../layout/option-select.js';
import { type InboxQuery, names, sorts } from './inbox-query.js';

interface Props {
  readonly query: InboxQuery;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Filters in a column. The text waits for the button; the others apply at once. */
export function InboxFilters({ query, onChange }: Props) {
  const search = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get(names.q);
    onChange({ [names.q]: typeof typed === 'string' ? typed.trim() : undefined });
  };
  const procedures = new Map(catalogue.map(({ id, label }) => [id, label]));
  const stages = new Map(
    catalogue
      .filter(({ id }) => query.procedure === undefined || id === query.procedure)
      .flatMap((one) => Object.values(one.stages).map(({ id, label }) => [id, label])),
  );
  return (
    <>
      <h2 className="fr-h6">Filtrer</h2>
      <form onSubmit={search} role="search">
        <Input
          key={query.q}
          label="Texte"
          hintText="Titre, organisme ou référence"
          nativeInputProps={{ name: names.q, defaultValue: query.q ?? '' }}
        />
        <Button type="submit" size="small" priority="secondary" className="fr-mb-3w">
          Rechercher
        </Button>
      </form>
      <OptionSelect
        label="Procédure"
        all="Toutes"
        value={query.procedure}
        options={procedures}
        onChange={(value) => onChange({ [names.procedure]: value, [names.stage]: undefined })}
      />
      <OptionSelect
        label="Étape"
        all="Toutes"
        value={query.stage}
        options={stages}
        onChange={(value) => onChange({ [names.stage]: value })}
      />
      <Input
        label="À rendre au plus tard le"
        nativeInputProps={{
          type: 'date',
          value: query.dueBefore ?? '',
          onChange: ({ target }) => onChange({ [names.dueBefore]: target.value }),
        }}
      />
      <OptionSelect label="Trier par" value={query.sort} options={Object.entries(sorts)} onChange={(value) => onChange({ tri: value })} />
    </>
  );
}
