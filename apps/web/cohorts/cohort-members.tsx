import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';

type Member = Schemas['CohortMember'];

const states: Readonly<Record<Member['state'], string>> = {
  applied: 'Candidature à l’étude',
  waiting: 'Liste d’attente',
  seated: 'A une place',
  left: 'Est parti',
  ended: 'Terminé',
};

const columns: readonly Column<Member>[] = [
  {
    title: 'Participant',
    cell: ({ ref, person }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
          {person.name}
        </AppLink>
        <span className="fr-text--xs jalon-block jalon-discreet jalon-nowrap">{ref}</span>
      </>
    ),
  },
  { title: 'Place', cell: ({ state, rank }) => (rank === undefined ? states[state] : `${states[state]}, rang ${rank}`) },
  {
    title: 'Étape',
    cell: ({ stageLabel, status, outcomeLabel, late }) => (
      <>
        {outcomeLabel ?? stageLabel}
        {status === 'paused' && (
          <Badge as="span" severity="info" small className="fr-ml-1w">
            Suspendu
          </Badge>
        )}
        {late && (
          <Badge as="span" severity="error" small className="fr-ml-1w">
            En retard
          </Badge>
        )}
      </>
    ),
  },
  { title: 'Coach', cell: ({ coach }) => coach?.name ?? '–' },
  { title: 'Prochaine date', cell: ({ nextDay }) => (nextDay === undefined ? '–' : frenchDate(nextDay)) },
  { title: 'Jury', cell: ({ result }) => result ?? '–' },
];

/** The board of a cohort: who is where, late, paused, gone. */
export function CohortMembers({ members }: { readonly members: readonly Member[] }) {
  return (
    <section aria-labelledby="participants">
      <h2 id="participants" className="fr-h4">
        Participants
      </h2>
      <DataTable caption="Participants, dans l’ordre des candidatures" columns={columns} rows={members} keyOf={({ ref }) => ref} />
    </section>
  );
}
