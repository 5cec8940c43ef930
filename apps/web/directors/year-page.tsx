import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { Delegates } from './delegates.js';
import { OfferedEvent } from './offered-event.js';
import { OfYear } from './of-year.js';
import { before } from './words.js';

/** The whole year: what was done, what is expected, one's dates, who may answer. */
export const YearPage = () => <OfYear title="Mon année">{(year, which) => <Year key={year.ref} year={year} which={which} />}</OfYear>;

function Year({ year: { ref, own, director, stageLabel }, which }: { readonly year: Schemas['YearRow']; readonly which: ReactNode }) {
  const year = useResource(`year ${ref}`, () => ask(api.GET('/api/directors/years/{ref}', { params: { path: { ref } } })));
  return (
    <Page
      title={own ? 'Mon année' : `Année de ${director.name}`}
      trail={[]}
      above={
        <Badge severity="info" noIcon>
          {stageLabel}
        </Badge>
      }
    >
      {which}
      <div className="jalon-actions fr-mb-3w">
        <Button linkProps={{ href: `/directeurs/dates?annee=${ref}` }}>Voir les dates proposées</Button>
        <AppLink className="fr-link" href={`/dossiers/${ref}`}>
          Dossier, engagement et attestation
        </AppLink>
      </div>
      <Loaded resource={year}>{(data) => <Parts year={data} onChange={year.reload} />}</Loaded>
    </Page>
  );
}

function Parts({ year, onChange }: { readonly year: Schemas['YearView']; readonly onChange: () => void }) {
  const { ref, tasks, dates, own } = year;
  return (
    <>
      <Progress progress={year.progress} />
      <section aria-labelledby="a-faire">
        <h2 id="a-faire" className="fr-h5">
          À faire
        </h2>
        {tasks.length === 0 ? (
          <p>Rien n’est attendu.</p>
        ) : (
          <ul>
            {tasks.map(({ id, label, lastDay }) => (
              <li key={id}>
                <AppLink className="fr-link" href={`/taches/${id}`}>
                  {label}
                </AppLink>
                {before(lastDay)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="mes-dates" className="fr-mt-4w">
        <h2 id="mes-dates" className="fr-h5">
          {own ? 'Mes dates' : 'Dates réservées'}
        </h2>
        {dates.length === 0 ? (
          <p>Aucune date n’est réservée.</p>
        ) : (
          <>
            <p>
              <a className="fr-link" href={`/api/directors/years/${ref}/calendar.ics`} download>
                Toutes les dates pour mon agenda (fichier iCalendar)
              </a>
            </p>
            <ul className="fr-raw-list jalon-cards">
              {dates.map((event) => (
                <li key={event.ref} className="jalon-card">
                  <OfferedEvent year={ref} event={event} onChange={onChange} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Delegates year={year} onChange={onChange} />
    </>
  );
}

/** What is done of what is expected, in words: a missed date is nowhere. */
function Progress({ progress }: { readonly progress: Schemas['YearProgress'] }) {
  const { launched, signed, visits, minimumVisits, activities, minimumActivities } = progress;
  const lines: readonly (readonly [string, string])[] = [
    ['Lancement', launched ? 'suivi' : 'à venir'],
    ['Engagement', signed ? 'signé' : 'à signer'],
    ['Visites', `${visits} sur ${minimumVisits}`],
    ['Activités', `${activities} sur ${minimumActivities}`],
  ];
  return (
    <ul className="jalon-figures fr-mb-4w" aria-label="Où en est l’année">
      {lines.map(([label, value]) => (
        <li key={label} className="jalon-figure">
          <strong>{value}</strong> {label}
        </li>
      ))}
    </ul>
  );
}
