import type { Schemas } from '../api/client.js';
import { euros, percent } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { rowsHref } from './figure-words.js';
import { ShareBar } from './share-bar.js';

/** Every total of the call, how it is counted, and the way to the rows that it adds up. */
export function MoneyTable({ figures }: { readonly figures: Schemas['CallFigures'] }) {
  const { callId, envelopeCents, money } = figures;
  const columns: readonly Column<Schemas['MoneyFigure']>[] = [
    {
      title: 'Total',
      cell: ({ label, definition }) => (
        <>
          {label}
          <span className="fr-text--xs jalon-block jalon-plain jalon-discreet">{definition}</span>
        </>
      ),
    },
    { title: 'Montant', numeric: true, cell: ({ cents }) => <span className="jalon-nowrap">{euros(cents)}</span> },
    {
      title: 'Part de l’enveloppe',
      cell: ({ cents }) => (
        <>
          {percent(cents / envelopeCents)}
          <ShareBar share={cents / envelopeCents} />
        </>
      ),
    },
    {
      title: 'Détail',
      cell: ({ key, label, count }) =>
        count === 0 ? (
          'Rien encore'
        ) : (
          <AppLink className="fr-link fr-link--sm" href={rowsHref(callId, key)}>
            Voir {count === 1 ? 'la ligne' : `les ${count.toLocaleString('fr-FR')} lignes`}
            <span className="fr-sr-only">&nbsp;: {label}</span>
          </AppLink>
        ),
    },
  ];
  return (
    <DataTable
      caption={`Totaux de l’appel, enveloppe de ${euros(envelopeCents)}`}
      columns={columns}
      rows={money}
      keyOf={({ key }) => key}
    />
  );
}
