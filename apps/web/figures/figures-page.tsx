import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { euros, percent } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import './figures.css';
import { ShareBar } from './share-bar.js';

type Figures = Schemas['CallFigures'];

const centsOf = ({ money }: Figures, key: Schemas['MoneyKey']) => money.find((one) => one.key === key)?.cents ?? 0;
const money = (title: string, key: Schemas['MoneyKey']): Column<Figures> => ({
  title,
  numeric: true,
  cell: (figures) => <span className="jalon-nowrap">{euros(centsOf(figures, key))}</span>,
});

const columns: readonly Column<Figures>[] = [
  {
    title: 'Appel',
    cell: ({ callId, title, fundName }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/chiffres/${callId}`}>
          {title}
        </AppLink>
        <span className="fr-text--xs jalon-block jalon-plain jalon-discreet">{fundName}</span>
      </>
    ),
  },
  { title: 'Enveloppe', numeric: true, cell: ({ envelopeCents }) => <span className="jalon-nowrap">{euros(envelopeCents)}</span> },
  money('Attribué', 'awarded'),
  money('Payé (CP)', 'paid'),
  {
    title: 'Reste dans l’enveloppe',
    cell: (figures) => (
      <>
        <span className="jalon-nowrap">{euros(centsOf(figures, 'left'))}</span>, {percent(centsOf(figures, 'left') / figures.envelopeCents)}
        <ShareBar share={centsOf(figures, 'left') / figures.envelopeCents} />
      </>
    ),
  },
  {
    title: 'Coût par agent formé',
    cell: ({ costPerAgent: { cents, cases, promisedBy } }) =>
      cents === undefined ? 'Pas encore mesuré' : `${euros(Math.round(cents / 100) * 100)}, ${cases} sur ${promisedBy} mesurés`,
  },
  { title: 'Dossiers', numeric: true, cell: ({ cases }) => cases },
];

/** Calls side by side: what each had, gave, paid, and what an agent trained costs. */
export function FiguresPage() {
  const figures = useResource('figures', () => ask(api.GET('/api/figures')));
  return (
    <Page title="Chiffres" trail={[]}>
      <p className="fr-text--lead">L’argent et les effets, appel par appel. Chaque total s’ouvre sur ses paiements et leurs preuves.</p>
      <Loaded resource={figures}>
        {(calls) =>
          calls.length === 0 ? (
            <p>Aucun appel publié dans votre périmètre.</p>
          ) : (
            <DataTable caption="Appels, côte à côte" columns={columns} rows={calls} keyOf={({ callId }) => callId} />
          )
        }
      </Loaded>
      <p>
        <AppLink className="fr-link" href="/donnees-ouvertes">
          Données ouvertes&nbsp;: ce qui est publié
        </AppLink>
      </p>
    </Page>
  );
}
