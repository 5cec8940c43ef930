import { Button } from '@codegouvfr/react-dsfr/Button';
import { useNavigate, useParams } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { AccountSecrets } from './account-secrets.js';
import { AccountWebhooks } from './account-webhooks.js';
import { accountPath, accountsCrumb, scopeWords, stateWord } from './account-words.js';

/** One service account: what it reaches, its secrets, its addresses, what was done to it. */
export function AccountPage() {
  const { id = '' } = useParams();
  const account = useResource(id, () => ask(api.GET('/api/service-accounts/{id}', { params: { path: { id } } })));
  return <LoadedPage resource={account}>{(data) => <Account account={data} onDone={account.reload} />}</LoadedPage>;
}

interface Props {
  readonly account: Schemas['ServiceAccountView'];
  readonly onDone: () => void;
}

function Account({ account, onDone }: Props) {
  const { id, name, mayManage, mayAgree, changes } = account;
  const params = { path: { id } };
  const navigate = useNavigate();
  const agree = useAct(async () => {
    await ask(api.POST('/api/service-accounts/{id}/agreement', { params }));
    announce('Votre accord est enregistré.');
    onDone();
  });
  const end = useAct(async () => {
    await ask(api.DELETE('/api/service-accounts/{id}', { params }));
    await navigate(accountsCrumb.href);
  });
  return (
    <Page title={name} trail={[accountsCrumb]}>
      <ProblemAlert problem={agree.problem ?? end.problem} />
      <Facts account={account} />
      <div className="jalon-actions">
        {mayAgree && (
          <Button disabled={agree.busy} onClick={() => void agree.run()}>
            Donner mon accord
          </Button>
        )}
        {mayManage && (
          <>
            <Button priority="secondary" linkProps={{ href: `${accountPath(id)}/modifier` }}>
              Modifier
            </Button>
            <ConfirmButton
              label="Fermer le compte"
              title="Fermer ce compte&#8239;?"
              explanation="Ses jetons, ses secrets et ses adresses cessent tout de suite, et pour toujours. Ce qu’il a lu reste au journal des accès."
              confirmLabel="Fermer le compte"
              onConfirm={() => void end.run()}
            />
          </>
        )}
      </div>
      <AccountSecrets account={account} onDone={onDone} />
      <AccountWebhooks account={account} onDone={onDone} />
      <section aria-labelledby="changes">
        <h2 id="changes">Historique</h2>
        <DataTable caption="Ce qui a été fait" columns={changeColumns} rows={changes} keyOf={({ at, what }) => `${at} ${what}`} />
      </section>
    </Page>
  );
}

const changeColumns: readonly Column<Schemas['AccountChange']>[] = [
  { title: 'Date', cell: ({ at }) => momentOf(at) },
  { title: 'Quoi', cell: ({ what }) => what },
  { title: 'Qui', cell: ({ by }) => by?.name ?? 'Jalon' },
  { title: 'Détail', cell: ({ detail }) => detail ?? '' },
];

function Facts({ account }: { readonly account: Schemas['ServiceAccountView'] }) {
  const { purpose, state, owner, scopes, perimeter, perMinute, perDay, usedToday, askedBy, createdAt, agreedBy, agreedAt, lastUsedAt } =
    account;
  const facts: readonly (readonly [string, string])[] = [
    ['État', stateWord(state)],
    ['Identifiant', account.id],
    ['À quoi il sert', purpose],
    ['Répond', owner.name],
    ['Portées', scopes.map((scope) => scopeWords[scope]).join(', ')],
    ['Périmètre', perimeter],
    [
      'Limites',
      `${count(perMinute, 'demande')} par minute, ${count(perDay, 'demande')} par jour (${count(usedToday, 'demande')} aujourd’hui)`,
    ],
    ['Demandé', `par ${askedBy.name}, compte créé le ${momentOf(createdAt)}`],
    ['Accord', agreedBy && agreedAt !== undefined ? `de ${agreedBy.name}, le ${momentOf(agreedAt)}` : 'pas encore'],
    ['Dernier usage', lastUsedAt === undefined ? 'jamais' : momentOf(lastUsedAt)],
  ];
  return (
    <dl className="jalon-answers">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
