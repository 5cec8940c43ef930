import type { Schemas } from '../api/client.js';
import { dayOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { DueBadge } from '../layout/due-badge.js';

type Row = Schemas['TaskRow'];

const columns: readonly Column<Row>[] = [
  {
    title: 'Tâche',
    cell: ({ id, label, title, participant }) => (
      <AppLink
        className="fr-link fr-link--sm"
        href={`/taches/${id}`}
        aria-label={[label, title, participant].filter((part) => part !== undefined).join(', ')}
      >
        {label}
      </AppLink>
    ),
  },
  {
    title: 'Dossier',
    cell: ({ ref, title, applicantBody, participant }) => (
      <>
        {title}
        {participant && <span className="fr-text--sm jalon-block">{participant}</span>}
        {applicantBody && <span className="fr-text--xs jalon-block jalon-discreet">{applicantBody}</span>}
        <span className="fr-text--xs jalon-block jalon-discreet jalon-nowrap">{ref}</span>
      </>
    ),
  },
  { title: 'Étape', cell: ({ stageLabel }) => stageLabel },
  { title: 'Au plus tard', cell: (row) => <DueBadge lastDay={row.lastDay} overdue={row.overdue} stopped={row.stopped} /> },
  { title: 'Demandée le', cell: ({ askedAt }) => dayOf(askedAt) },
  { title: 'Prise par', cell: ({ claimedBy }) => claimedBy?.name ?? 'Personne' },
];

export function TaskTable({ caption, tasks }: { readonly caption: string; readonly tasks: readonly Row[] }) {
  return <DataTable caption={caption} columns={columns} rows={tasks} keyOf={({ id }) => id} />;
}
