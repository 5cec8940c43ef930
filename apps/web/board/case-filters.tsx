import { SearchBar } from '@codegouvfr/react-dsfr/SearchBar';
import type { ComponentProps } from 'react';
import type { Schemas } from '../api/client.js';
import { monthWords } from '../figures/figure-words.js';
import { ActiveFilters } from '../layout/active-filters.js';
import { OptionSelect } from '../layout/option-select.js';
import { type Filter, names, standingOf, standingWords } from './board-words.js';
import type { Asked } from './use-board-cases.js';

interface Props {
  readonly board: Schemas['Board'];
  readonly asked: Asked;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const sortLabels = {
  nextDay: 'Prochaine date',
  endsOn: 'Fin prévue',
  opened: 'Ouverture',
  person: 'Nom',
} as const satisfies Record<Schemas['BoardSort'], string>;

/** Filters above the list, and those that apply as tags that take them away. */
export function CaseFilters({ board: { procedures }, asked: { filters, query }, onChange }: Props) {
  const within = procedures.filter(({ id }) => filters.procedure === undefined || id === filters.procedure);
  const groups = within.flatMap((procedure) => procedure.groups.filter(({ listed }) => listed));
  const group = groups.find(({ key }) => key === filters.group);
  const stages = new Map((group?.stages ?? within.flatMap((procedure) => procedure.stages)).map(({ key, label }) => [key, label] as const));
  const standings = procedures[0]?.standings ?? [];
  const said: Readonly<Record<Filter, (value: string) => string>> = {
    q: (text) => `«\u00a0${text}\u00a0»`,
    procedure: (id) => procedures.find((one) => one.id === id)?.label ?? id,
    group: (key) => groups.find((one) => one.key === key)?.title ?? key,
    stage: (key) => stages.get(key) ?? key,
    standing: (word) => standings.find(({ key }) => key === standingOf(word))?.label ?? word,
    outcome: (key) => procedures.flatMap(({ outcomes }) => outcomes).find((one) => one.key === key)?.label ?? key,
    month: (month) => `Fin prévue en ${monthWords(month)}`,
  };
  return (
    <>
      <SearchBar
        label="Rechercher une personne, un titre, un organisme ou une référence"
        defaultValue={filters.q}
        allowEmptySearch
        onButtonClick={(text) => onChange({ [names.q]: text.trim() })}
      />
      <div className="fr-grid-row fr-grid-row--gutters fr-mt-1w">
        <FilterSelect
          label="Procédure"
          all="Toutes"
          value={filters.procedure}
          options={procedures.map(({ id, label }) => [id, label])}
          onChange={(value) => onChange({ [names.procedure]: value, [names.group]: undefined, [names.stage]: undefined })}
        />
        <FilterSelect
          label="Groupe"
          all="Tous"
          value={filters.group}
          options={groups.map(({ key, title }) => [key, title])}
          onChange={(value) => onChange({ [names.group]: value, [names.stage]: undefined })}
        />
        <FilterSelect
          label="Étape"
          all="Toutes"
          value={filters.stage}
          options={[...stages]}
          onChange={(value) => onChange({ [names.stage]: value })}
        />
        <FilterSelect
          label="Situation"
          all="Toutes"
          value={filters.standing}
          options={standings.map(({ key, label }) => [standingWords[key], label])}
          onChange={(value) => onChange({ [names.standing]: value })}
        />
        <FilterSelect
          label="Trier par"
          value={query.sort}
          options={Object.entries(sortLabels)}
          onChange={(value) => onChange({ tri: value })}
        />
      </div>
      <ActiveFilters names={names} values={filters} said={said} onChange={onChange} />
    </>
  );
}

const FilterSelect = (props: ComponentProps<typeof OptionSelect>) => (
  <div className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
    <OptionSelect {...props} />
  </div>
);
