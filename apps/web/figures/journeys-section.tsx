import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { number, rowsHref } from './figure-words.js';

interface Props {
  readonly callId: string;
  readonly journeys: readonly Schemas['JourneyFigure'][];
}

/** Journeys of reconversion that the call's grants pay for; nothing for a call whose grants pay for none. */
export function JourneysSection({ callId, journeys }: Props) {
  if (journeys.every(({ agents }) => agents === 0)) return null;
  const columns: readonly Column<Schemas['JourneyFigure']>[] = [
    { title: 'Parcours', cell: ({ label }) => label },
    {
      title: 'Agents',
      numeric: true,
      cell: ({ key, agents, label }) => (
        <AppLink className="fr-link fr-link--sm" href={rowsHref(callId, key)}>
          {number(agents)}
          <span className="fr-sr-only"> {label}&nbsp;: voir les dossiers</span>
        </AppLink>
      ),
    },
    { title: 'Ce qui est compté', cell: ({ definition }) => definition },
  ];
  return (
    <section>
      <h2 className="fr-mt-6w">Parcours financés</h2>
      <DataTable caption="Parcours de reconversion financés par l’appel" columns={columns} rows={journeys} keyOf={({ key }) => key} />
    </section>
  );
}
