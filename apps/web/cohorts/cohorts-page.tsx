import { Button } from '@codegouvfr/react-dsfr/Button';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { ServiceCaseBadge } from '../cases/service-case-badge.js';
import { useSearchState } from '../layout/use-search-state.js';
import { useMay, useSession } from '../session/session.js';
import { CohortYear } from './cohort-year.js';

type Row = Schemas['CohortRow'];

const columns: readonly Column<Row>[] = [
  {
    title: 'Cohorte',
    cell: ({ ref, title }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/cohortes/${ref}`}>
          {title}
        </AppLink>
        <span className="fr-text--xs jalon-block jalon-discreet jalon-nowrap">{ref}</span>
      </>
    ),
  },
  { title: 'Parcours', cell: ({ journeyLabel }) => journeyLabel },
  { title: 'Début', cell: ({ startsOn }) => frenchDate(startsOn) },
  { title: 'Jury', cell: ({ juryOn }) => frenchDate(juryOn) },
  { title: 'État', cell: (row) => <ServiceCaseBadge {...row} ended="Terminée" /> },
  { title: 'Places', numeric: true, cell: ({ seated, seats }) => `${seated} sur ${seats}` },
  { title: 'En attente', numeric: true, cell: ({ waiting }) => waiting },
  { title: 'Candidatures', numeric: true, cell: ({ applied }) => applied },
];

/** Cohorts that the person takes part in or watches over; for a participant, those that take applications. */
export function CohortsPage() {
  const { roles } = useSession();
  const may = useMay();
  const manages = roles.includes('programManager');
  return (
    <Page title="Cohortes" trail={[]}>
      {manages && (
        <div className="jalon-actions fr-mb-4w">
          <Button linkProps={{ href: '/cohortes/nouvelle' }}>Ouvrir une cohorte</Button>
          <Button priority="secondary" linkProps={{ href: '/cohortes/bilan' }}>
            Ouvrir le bilan de l’expérimentation
          </Button>
        </div>
      )}
      {roles.includes('participant') && <OpenCohorts />}
      {may('read figures') && <CohortYear />}
      {roles.some((role) => role !== 'participant') && <AllCohorts />}
    </Page>
  );
}

function AllCohorts() {
  const { search, change } = useSearchState();
  const state = search.get('etat') ?? '';
  const cohorts = useResource('cohorts', () => ask(api.GET('/api/cohorts')));
  const isShown = ({ status }: Row) => state === '' || (status === 'closed') === (state === 'terminees');
  return (
    <section aria-labelledby="toutes">
      <h2 id="toutes" className="fr-h4">
        Toutes les cohortes
      </h2>
      <Select
        label="État"
        className="jalon-narrow"
        nativeSelectProps={{ value: state, onChange: ({ target }) => change({ etat: target.value }) }}
      >
        <option value="">Toutes</option>
        <option value="en-cours">En cours</option>
        <option value="terminees">Terminées</option>
      </Select>
      <Loaded resource={cohorts}>
        {(list) => {
          const shown = list.filter(isShown);
          return shown.length === 0 ? (
            <p>Aucune cohorte à montrer ici.</p>
          ) : (
            <DataTable caption="Cohortes, la plus récente en premier" columns={columns} rows={shown} keyOf={({ ref }) => ref} />
          );
        }}
      </Loaded>
    </section>
  );
}

function OpenCohorts() {
  const open = useResource('open cohorts', () => ask(api.GET('/api/cohorts/open')));
  return (
    <section aria-labelledby="ouvertes">
      <h2 id="ouvertes" className="fr-h4">
        Candidatures ouvertes
      </h2>
      <Loaded resource={open}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucune cohorte ne reçoit de candidatures en ce moment.</p>
          ) : (
            <ul className="fr-raw-list jalon-cards">
              {list.map(({ ref, title, journeyLabel, startsOn, applicationsUntil, seats, mine }) => (
                <li key={ref} className="jalon-card">
                  <h3 className="fr-h6 fr-mb-1v">{title}</h3>
                  <p>
                    {journeyLabel}. Début le {frenchDate(startsOn)}, {seats} places, candidatures jusqu’au {frenchDate(applicationsUntil)}.
                  </p>
                  {mine === undefined ? (
                    <Button size="small" linkProps={{ href: `/cohortes/${ref}/candidater` }} title={`Candidater à ${title}`}>
                      Candidater
                    </Button>
                  ) : (
                    <AppLink className="fr-link" href={`/dossiers/${mine}`}>
                      Voir ma candidature
                    </AppLink>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
