import { useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { euros } from '../french/amounts.js';
import { announce } from '../layout/announcer.js';
import { AppLink } from '../layout/app-link.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';

type Waiting = Schemas['WaitingCase'];

/** Cases that the committee would fund if there were money, and what has come back of it. */
export function WaitingListPage() {
  const { id = '' } = useParams();
  const list = useResource(`waiting list ${id}`, () => ask(api.GET('/api/calls/{id}/waiting-list', { params: { path: { id } } })));
  return <LoadedPage resource={list}>{(data) => <ListView list={data} onChanged={list.reload} />}</LoadedPage>;
}

function ListView({ list, onChanged }: { readonly list: Schemas['WaitingList']; readonly onChanged: () => void }) {
  const { callId, callTitle, totalCents, takenCents, releasedCents, leftCents, managed, cases } = list;
  const promote = useAct(async (key, one: Waiting) => {
    const params = { path: { id: callId, ref: one.ref }, ...idempotent(key) };
    await ask(api.POST('/api/calls/{id}/waiting-list/{ref}/promote', { params, body: {} }));
    announce(`${one.title} passe à la décision.`);
    onChanged();
  });
  const columns: Column<Waiting>[] = [
    {
      title: 'Dossier',
      cell: ({ ref, title, bodyName }) => (
        <>
          <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
            {title}
          </AppLink>
          <span className="fr-text--xs jalon-block jalon-discreet">
            {bodyName} – {ref}
          </span>
        </>
      ),
    },
    { title: 'Place', numeric: true, cell: ({ place }) => place },
    {
      title: 'Séance',
      cell: ({ session, metOn, rank }) => (
        <>
          <AppLink className="fr-link fr-link--sm" href={`/seances/${session}`}>
            Comité du {frenchDate(metOn)}
          </AppLink>
          <span className="fr-text--xs jalon-block jalon-discreet">rang {rank}</span>
        </>
      ),
    },
    { title: 'Montant', numeric: true, cell: ({ amountCents }) => euros(amountCents) },
  ];
  if (managed)
    columns.push({ title: 'Action', cell: (one) => <Promote one={one} leftCents={leftCents} onConfirm={() => void promote.run(one)} /> });
  return (
    <Page
      title="Liste d’attente"
      documentTitle={`Liste d’attente – ${callTitle}`}
      trail={[
        { label: 'Appels à projets', href: '/appels' },
        { label: callTitle, href: `/appels/${callId}` },
      ]}
    >
      <p className="fr-text--lead">
        Il reste {euros(leftCents)} sur {euros(totalCents)}&nbsp;: {euros(takenCents)} attribués ou proposés, {euros(releasedCents)}{' '}
        revenus.
      </p>
      <ProblemAlert problem={promote.problem} />
      {cases.length === 0 ? (
        <p>Aucun dossier n’est en liste d’attente.</p>
      ) : (
        <DataTable caption="Dossiers en liste d’attente, dans leur ordre" columns={columns} rows={cases} keyOf={({ ref }) => ref} />
      )}
    </Page>
  );
}

/** Only the first may be promoted; the others say what they wait for. */
function Promote({ one, leftCents, onConfirm }: { readonly one: Waiting; readonly leftCents: number; readonly onConfirm: () => void }) {
  if (one.place > 1) return <span className="fr-text--sm">Après le précédent</span>;
  if (!one.mayBePromoted) return <span className="fr-text--sm">Il manque {euros(one.amountCents - leftCents)}</span>;
  return (
    <ConfirmButton
      label="Promouvoir"
      about={one.title}
      title="Promouvoir ce dossier"
      explanation={`«\u00a0${one.title}\u00a0» passe à la décision de l’ordonnateur, pour ${euros(one.amountCents)}.`}
      confirmLabel="Promouvoir"
      onConfirm={onConfirm}
    />
  );
}
