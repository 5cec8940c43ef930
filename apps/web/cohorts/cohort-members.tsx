import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { NameGrant } from '../funding/name-grant.js';
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

interface Props {
  readonly cohortRef: string;
  readonly members: readonly Member[];
  /** The viewer may name the grants that pay. */
  readonly managed: boolean;
  readonly onChange: () => void;
}

const funding = ({ cohortRef, managed, onChange }: Omit<Props, 'members'>): Column<Member> => ({
  title: 'Financé par',
  cell: (member) => (
    <>
      {member.fundedBy === undefined ? (
        '–'
      ) : (
        <AppLink className="fr-link fr-link--sm jalon-nowrap" href={`/dossiers/${member.fundedBy}`}>
          {member.fundedBy}
        </AppLink>
      )}
      {managed && member.state !== 'ended' && <NameGrant cohortRef={cohortRef} member={member} onNamed={onChange} />}
    </>
  ),
});

/** The board of a cohort: who is where, late, paused, gone. */
export function CohortMembers({ members, ...funded }: Props) {
  return (
    <section aria-labelledby="participants">
      <h2 id="participants" className="fr-h4">
        Participants
      </h2>
      <DataTable
        caption="Participants, dans l’ordre des candidatures"
        columns={[...columns, funding(funded)]}
        rows={members}
        keyOf={({ ref }) => ref}
      />
    </section>
  );
}
