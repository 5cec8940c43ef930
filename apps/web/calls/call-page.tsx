import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useNavigate, useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { bodyKinds } from '#workflows/ftap/body-kinds.js';
import { callTerms, type CallTerms } from '#workflows/ftap/call-terms.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { euros, percent } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSession } from '../session/session.js';
import { CallBadge } from './call-badge.js';
import { CallManagement } from './call-management.js';
import { wholeTerms } from './whole-terms.js';

/** One call: what it pays for, how it chooses, what it asks for; and the way in. */
export function CallPage() {
  const { id = '' } = useParams();
  const call = useResource(id, () => ask(api.GET('/api/calls/{id}', { params: { path: { id } } })));
  return <LoadedPage resource={call}>{(data) => <CallView call={data} onChanged={call.reload} />}</LoadedPage>;
}

function CallView({ call, onChanged }: { readonly call: Schemas['CallView']; readonly onChanged: () => void }) {
  const terms = callTerms.safeParse(wholeTerms(call));
  return (
    <Page title={call.title} trail={[{ label: 'Appels à projets', href: '/appels' }]} above={<CallBadge call={call} />}>
      <p className="fr-text--lead">
        {call.fund.name}. Les demandes sont reçues du {frenchDate(call.opensOn)} au {frenchDate(call.closesOn)}.
      </p>
      <p>
        <AppLink className="fr-link" href={`/appels/${call.id}/versions`}>
          {call.version === 1 ? 'Version 1' : `Version ${call.version}\u00a0: ce qui a changé`}
        </AppLink>
      </p>
      {call.managed && <CallManagement call={call} onChanged={onChanged} />}
      <StartApplication call={call} />
      {terms.data && <Terms terms={terms.data} />}
    </Page>
  );
}

function StartApplication({ call }: { readonly call: Schemas['CallView'] }) {
  const { roles } = useSession();
  const navigate = useNavigate();
  const start = useAct(async () => {
    const draft = await ask(api.POST('/api/drafts', { body: { callId: call.id } }));
    await navigate(`/brouillons/${draft.id}`);
  });
  if (call.status === 'draft') return null;
  if (!call.open) return <Alert severity="info" small description={notOpen(call)} />;
  if (!roles.some((role) => role === 'applicant' || role === 'programManager')) return null;
  return (
    <>
      <p>
        Il faut une demi-heure environ. Votre brouillon s’enregistre tout seul&nbsp;: vous pouvez vous arrêter et reprendre quand vous
        voulez.
      </p>
      <Button size="large" disabled={start.busy} onClick={() => void start.run()}>
        Commencer une demande
      </Button>
      <ProblemAlert problem={start.problem} />
    </>
  );
}

const notOpen = ({ status, opensOn }: Schemas['CallView']) => {
  if (status === 'exhausted') return 'L’enveloppe de cet appel est épuisée\u00a0: il ne reçoit plus de demandes pour le moment.';
  if (status === 'published' && opensOn > civilDateAt(Date.now()))
    return `Cet appel reçoit les demandes à partir du ${frenchDate(opensOn)}.`;
  return 'Cet appel ne reçoit plus de demandes. Vos brouillons vous restent\u00a0: vous pouvez les lire et les copier vers un autre appel.';
};

function Terms({ terms }: { readonly terms: CallTerms }) {
  return (
    <div className="fr-grid-row fr-grid-row--gutters fr-mt-4w">
      <section className="fr-col-12 fr-col-md-6">
        <h2 className="fr-h4">Ce qui est financé</h2>
        <ul>
          <li>Pour&nbsp;: {terms.eligibleBodies.map((kind) => bodyKinds[kind]).join('\u202f; ')}</li>
          <li>
            Projets de {terms.durationMonths.min} à {terms.durationMonths.max} mois
            {terms.investment ? '\u202f; investissement (décret n° 2018-514)' : ''}
          </li>
          <li>Enveloppe de l’appel&nbsp;: {euros(terms.envelopeCents)}</li>
          <li>
            Subvention de {euros(terms.floorCents)} à {euros(terms.ceilingCents)}, jusqu’à {percent(terms.rate)} du coût éligible
          </li>
          {terms.instalments.map(({ label, share, condition }) => (
            <li key={label}>
              {label} de {percent(share)}&nbsp;: {condition}
            </li>
          ))}
        </ul>
        <h2 className="fr-h4 fr-mt-4w">Pièces à joindre</h2>
        <ul>
          {terms.requiredPieces.map(({ key, label, basis, essential }) => (
            <li key={key}>
              {label} ({basis}){essential ? '' : ', facultatif'}
            </li>
          ))}
        </ul>
      </section>
      <section className="fr-col-12 fr-col-md-6">
        <h2 className="fr-h4">Critères</h2>
        <ul>
          {terms.criteria.map(({ key, label, help, weight }) => (
            <li key={key}>
              <strong>{label}</strong> (coefficient {weight})&nbsp;: {help}
            </li>
          ))}
        </ul>
        <h2 className="fr-h4 fr-mt-4w">Séances du comité</h2>
        <ul className="jalon-columns">
          {terms.committeeDates
            .filter((day) => day >= civilDateAt(Date.now()))
            .map((day) => (
              <li key={day}>{frenchDate(day)}</li>
            ))}
        </ul>
      </section>
    </div>
  );
}
