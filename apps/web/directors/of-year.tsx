import { Select } from '@codegouvfr/react-dsfr/Select';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useYears } from './use-year.js';

interface Props {
  readonly title: string;
  readonly children: (year: Schemas['YearRow'], which: ReactNode) => ReactNode;
}

/** A page about one's year, or one of those that one answers for: a secretariat may have several. */
export function OfYear({ title, children }: Props) {
  const { years, chosen, choose } = useYears();
  return (
    <LoadedPage resource={years}>
      {(all) =>
        chosen === undefined ? (
          <Page title={title}>
            <p className="fr-text--lead">Aucune année ne vous est ouverte pour l’instant.</p>
          </Page>
        ) : (
          children(
            chosen,
            all.length > 1 && (
              <Select
                label="Année de"
                className="jalon-narrow"
                nativeSelectProps={{ value: chosen.ref, onChange: ({ target }) => choose(target.value) }}
              >
                {all.map(({ ref, director }) => (
                  <option key={ref} value={ref}>
                    {director.name}
                  </option>
                ))}
              </Select>
            ),
          )
        )
      }
    </LoadedPage>
  );
}
