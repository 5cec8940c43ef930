import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { bodyKinds } from '#workflows/ftap/body-kinds.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { euros } from '../french/amounts.js';
import { Loaded } from '../layout/loaded.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { RehearsedStage } from './rehearsed-stage.js';

/** The whole procedure under the terms of a call, played for a typical application: to read, to correct, to print. */
export function RehearsalPage() {
  const { id = '' } = useParams();
  const call = useResource(id, () => ask(api.GET('/api/calls/{id}', { params: { path: { id } } })));
  return <LoadedPage resource={call}>{(data) => <CallRehearsal call={data} />}</LoadedPage>;
}

function CallRehearsal({ call }: { readonly call: Schemas['CallView'] }) {
  const { id, title, version, opensOn, closesOn, terms } = call;
  const { search, change } = useSearchState();
  const filedOn = search.get('depot') ?? opensOn;
  const bodyKind = (search.get('organisme') ?? undefined) as Schemas['BodyKind'] | undefined;
  const body = { filedOn, ...(bodyKind && { bodyKind }) };
  const rehearsal = useResource(JSON.stringify([id, version, body]), () =>
    ask(api.POST('/api/calls/{id}/rehearse', { params: { path: { id } }, body })),
  );
  const eligible = terms.eligibleBodies as readonly Schemas['BodyKind'][];
  return (
    <Page
      title="Répétition de la procédure"
      documentTitle={`Répétition de ${title}`}
      trail={[
        { label: 'Appels à projets', href: '/appels' },
        { label: title, href: `/appels/${id}` },
      ]}
    >
      <p className="fr-text--lead">
        {title}, version {version}. Comment un dossier type se déroule, si chacun agit à temps.
      </p>
      <div className="fr-grid-row fr-grid-row--gutters fr-grid-row--bottom fr-mb-2w jalon-screen-only">
        <div className="fr-col-12 fr-col-md-4">
          <Input
            label="Dépôt de la demande"
            nativeInputProps={{
              type: 'date',
              min: opensOn,
              max: closesOn,
              value: filedOn,
              onChange: ({ target }) => change({ depot: target.value }),
            }}
          />
        </div>
        <div className="fr-col-12 fr-col-md-5">
          <Select
            label="Organisme qui demande"
            nativeSelectProps={{ value: bodyKind ?? eligible[0], onChange: ({ target }) => change({ organisme: target.value }) }}
          >
            {eligible.map((kind) => (
              <option key={kind} value={kind}>
                {bodyKinds[kind]}
              </option>
            ))}
          </Select>
        </div>
        <div className="fr-col-12 fr-col-md-3">
          <Button iconId="fr-icon-printer-line" priority="secondary" onClick={() => window.print()}>
            Imprimer
          </Button>
        </div>
      </div>
      <Loaded resource={rehearsal}>{(played) => <Played rehearsal={played} />}</Loaded>
    </Page>
  );
}

function Played({ rehearsal }: { readonly rehearsal: Schemas['RehearsalView'] }) {
  const { filedOn, regime, amountCents, stages, warnings, outcome, endsOn, revision } = rehearsal;
  return (
    <>
      <Warnings warnings={warnings} />
      <section className="jalon-card fr-mb-4w" aria-labelledby="regime">
        <h2 id="regime" className="fr-h5">
          Régime&nbsp;: {regime.label}
        </h2>
        <dl className="jalon-answers">
          <Line label="Demande type">
            Déposée le {frenchDate(filedOn)}, pour {euros(amountCents)}
          </Line>
          <Line label="Délai de décision">{regime.decisionTerm}</Line>
          <Line label="Silence">{regime.silence}</Line>
          <Line label="Contestation">{regime.remedies}</Line>
          {endsOn && (
            <Line label="Fin du dossier">
              {outcome}, le {frenchDate(endsOn)}
            </Line>
          )}
          <Line label="Procédure">Révision {revision}</Line>
        </dl>
      </section>
      {stages.map((stage, index) => (
        <RehearsedStage key={`${stage.id} ${stage.on} ${index}`} stage={stage} number={index + 1} filedOn={filedOn} />
      ))}
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly Schemas['RehearsalWarning'][] }) {
  if (warnings.length === 0)
    return (
      <Alert className="fr-mb-4w" severity="success" small description="Rien à corriger&nbsp;: chaque délai tient et chaque séance sert." />
    );
  return (
    <section aria-labelledby="alertes">
      <h2 id="alertes" className="fr-h5">
        À vérifier avant de publier
      </h2>
      {warnings.map(({ severity, message }) => (
        <Alert key={message} className="fr-mb-2w" severity={severity} small description={message} />
      ))}
    </section>
  );
}
