import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate, frenchDay } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { useSession } from '../session/session.js';

type Journey = Schemas['JourneyView'];
type Milestone = Schemas['JourneyMilestone'];
type State = Schemas['MilestoneState'];

const states: Readonly<Record<State, { readonly label: string; readonly severity?: 'success' | 'info' | 'warning' | 'new' }>> = {
  coming: { label: 'À venir' },
  open: { label: 'À remettre', severity: 'info' },
  handedIn: { label: 'En lecture', severity: 'new' },
  again: { label: 'À reprendre', severity: 'warning' },
  validated: { label: 'Validé', severity: 'success' },
  kept: { label: 'Acquis', severity: 'success' },
  missed: { label: 'Non atteint' },
  notAsked: { label: 'Non évalué' },
};

/** Where a participant is in their journey, who helps them, and their dates. `seq` changes when the case does. */
export function JourneySection({ caseRef, seq }: { readonly caseRef: string; readonly seq: number }) {
  const journey = useResource(`${caseRef} ${seq}`, () =>
    ask(api.GET('/api/cohorts/members/{ref}', { params: { path: { ref: caseRef } } })),
  );
  return (
    <section className="fr-mt-4w" aria-labelledby="parcours">
      <h2 id="parcours" className="fr-h4">
        Le parcours
      </h2>
      <Loaded resource={journey}>{(data) => <Journey journey={data} />}</Loaded>
    </section>
  );
}

function Journey({ journey }: { readonly journey: Journey }) {
  const { person } = useSession();
  const { ref, cohortTitle, coach, track, startsOn, juryOn, sessions, milestones, over } = journey;
  const isMine = person.id === journey.person.id;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Participant', isMine ? undefined : journey.person.name],
    ['Cohorte', cohortTitle],
    ['Voie', track],
    ['Coach', coach?.name],
    ['Premier jour', frenchDay(startsOn)],
    ['Soutenance devant le jury', frenchDay(juryOn)],
  ];
  return (
    <>
      <dl className="jalon-answers">
        {lines.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {isMine && coach && !over && (
        <p className="fr-mt-2w">
          Besoin d’aide&#8239;? {coach.name} vous accompagne&nbsp;: demandez-lui son aide dans le journal de bord, ou écrivez un message
          plus bas sur cette page.
        </p>
      )}
      <h3 className="fr-h6 fr-mt-3w fr-mb-1w">Jalons</h3>
      <ol className="fr-raw-list jalon-cards">
        {milestones.map((milestone) => (
          <li key={milestone.label} className="jalon-card">
            <MilestoneLine milestone={milestone} />
          </li>
        ))}
      </ol>
      <h3 className="fr-h6 fr-mt-3w fr-mb-1w">Sessions</h3>
      {sessions.length === 0 ? (
        <p>Aucune session n’est encore prévue.</p>
      ) : (
        <ul>
          {sessions.map(({ title, on, placeLabel }) => (
            <li key={`${title} ${on}`}>
              {title}&nbsp;: {frenchDay(on)}, {placeLabel}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="fr-link fr-link--download" href={`/api/cohorts/members/${encodeURIComponent(ref)}/calendar.ics`} download>
          {isMine ? 'Ajouter les dates à mon agenda' : 'Télécharger les dates'}
          <span className="fr-link__detail">Fichier iCalendar</span>
        </a>
      </p>
    </>
  );
}

function MilestoneLine({ milestone: { label, deliverable, state, lastDay } }: { readonly milestone: Milestone }) {
  const { label: said, severity } = states[state];
  return (
    <>
      <div className="jalon-card__head">
        <h4 className="fr-text--md fr-text--bold fr-mb-0">{label}</h4>
        <Badge as="span" small noIcon {...(severity && { severity })}>
          {said}
        </Badge>
      </div>
      <p className="fr-text--sm fr-mb-0">
        {deliverable}
        {lastDay !== undefined && `, au plus tard le ${frenchDate(lastDay)}`}
      </p>
    </>
  );
}
