import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import type { SyntheticEvent } from 'react';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { AccessTable } from './access-table.js';

/** Names of the filters in the address, and in the API. */
const filters = { personne: 'person', dossier: 'ref', du: 'from', au: 'to' } as const;

/** Who read what of whose case, for those who audit. */
export function AccessesPage() {
  const { search, change } = useSearchState();
  const pages = useCursorPages();
  const query = Object.fromEntries(
    Object.entries(filters).flatMap(([name, parameter]) => {
      const value = search.get(name);
      return value ? [[parameter, value]] : [];
    }),
  );
  const accesses = useResource(`${JSON.stringify(query)} ${pages.cursor ?? ''}`, () =>
    ask(api.GET('/api/accesses', { params: { query: { ...query, ...(pages.cursor !== undefined && { cursor: pages.cursor }) } } })),
  );
  const find = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('dossier');
    change({ dossier: typeof typed === 'string' ? typed.trim() : undefined });
  };
  return (
    <Page title="Journal des accès" trail={[]}>
      <p>
        Chaque lecture du contenu d’un dossier par une autre personne que celle à qui il appartient est inscrite avant que la réponse ne
        parte. Les inscriptions d’un dossier sont chaînées&nbsp;: aucune ne peut être modifiée ni retirée sans que cela se voie. Le journal
        dit qui a lu et quand, jamais ce que dit le dossier. <AppLink href="/acces-exceptionnels">Accès exceptionnels</AppLink>
      </p>
      <form onSubmit={find} role="search" className="jalon-actions">
        <Input
          key={search.get('dossier')}
          label="Référence du dossier"
          nativeInputProps={{ name: 'dossier', defaultValue: search.get('dossier') ?? '' }}
        />
        <DayInput label="Du" value={search.get('du')} onChange={(du) => change({ du })} />
        <DayInput label="Au" value={search.get('au')} onChange={(au) => change({ au })} />
        <Button type="submit" priority="secondary">
          Rechercher
        </Button>
      </form>
      {search.get('personne') && (
        <p>
          <Button size="small" priority="tertiary" iconId="fr-icon-close-line" onClick={() => change({ personne: undefined })}>
            Toutes les personnes
          </Button>
        </p>
      )}
      <Loaded resource={accesses}>
        {({ items, nextCursor }) => (
          <>
            <AccessTable rows={items} />
            <CursorPagination pages={pages} {...(nextCursor !== undefined && { nextCursor })} />
          </>
        )}
      </Loaded>
      <p className="fr-mt-3w">
        <Button
          priority="secondary"
          size="small"
          iconId="fr-icon-download-line"
          linkProps={{ href: `/api/accesses/rows.csv?${new URLSearchParams(query)}` }}
        >
          Télécharger (CSV)
        </Button>
      </p>
    </Page>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string) => void;
}

const DayInput = ({ label, value, onChange }: DayProps) => (
  <Input label={label} nativeInputProps={{ type: 'date', value: value ?? '', onChange: ({ target }) => onChange(target.value) }} />
);
