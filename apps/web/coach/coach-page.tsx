import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';

type Participant = Schemas['CoachedParticipant'];

/** A coach's week: who is stuck, meetings due, milestones to validate, time left before the jury. */
export function CoachPage() {
  const week = useResource('coach week', () => ask(api.GET('/api/coach/week')));
  return <LoadedPage resource={week}>{(data) => <Week week={data} />}</LoadedPage>;
}

function Week({ week: { participants } }: { readonly week: Schemas['CoachWeek'] }) {
  const stuck = participants.filter(({ silentSince }) => silentSince !== undefined).length;
  const milestones = participants.reduce((sum, one) => sum + one.milestones.length, 0);
  const meetings = participants.reduce((sum, one) => sum + one.meetings.length, 0);
  return (
    <Page title="Ma semaine de coach" trail={[]}>
      {participants.length === 0 ? (
        <p>Vous n’accompagnez personne en ce moment.</p>
      ) : (
        <>
          <p>
            {count(participants.length, 'participant')}, dont {stuck} sans nouvelles&nbsp;; {count(milestones, 'jalon')} à valider,{' '}
            {count(meetings, 'entretien')} à tenir. Les personnes qui ont le plus besoin de vous sont en premier.
          </p>
          <ul className="fr-raw-list jalon-cards">
            {participants.map((one) => (
              <li key={one.ref} className="jalon-card">
                <ParticipantCard one={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function ParticipantCard({ one }: { readonly one: Participant }) {
  const { ref, person, cohortTitle, stageLabel, paused, silentSince, juryOn, slackDays, warning } = one;
  const tasks = [...one.milestones, ...one.meetings, ...one.others];
  return (
    <article aria-labelledby={`participant-${ref}`}>
      <div className="jalon-card__head">
        <h2 id={`participant-${ref}`} className="fr-h6 fr-mb-1v">
          <AppLink className="fr-link" href={`/dossiers/${ref}`}>
            {person.name}
          </AppLink>
        </h2>
        {paused && (
          <Badge as="span" severity="info">
            Suspendu
          </Badge>
        )}
        {silentSince !== undefined && (
          <Badge as="span" severity="warning">
            Sans nouvelles depuis le {frenchDate(silentSince)}
          </Badge>
        )}
      </div>
      <p className="fr-text--sm fr-mb-1w">
        {cohortTitle} – {stageLabel}. Jury le {frenchDate(juryOn)}
        {slackDays >= 0 && `, ${count(slackDays, 'jour ouvré', 'jours ouvrés')} de marge`}.
      </p>
      {warning !== undefined && <Alert severity="warning" small className="fr-mb-2w" description={warning} />}
      {paused && <p className="fr-text--sm fr-mb-0">Rien n’est à faire tant que le parcours est suspendu.</p>}
      {!paused && tasks.length > 0 && (
        <ul>
          {tasks.map(({ id, label, lastDay, overdue }) => (
            <li key={id} className="fr-text--sm">
              <AppLink className="fr-link fr-link--sm" href={`/taches/${id}`}>
                {label}
              </AppLink>
              {lastDay !== undefined && ` – ${overdue ? 'en retard depuis le' : 'avant le'} ${frenchDate(lastDay)}`}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
