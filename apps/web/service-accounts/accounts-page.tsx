import { Button } from '@codegouvfr/react-dsfr/Button';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useMay } from '../session/session.js';
import { accountPath, scopeWords, stateWord } from './account-words.js';

type Row = Schemas['ServiceAccountRow'];

const columns: readonly Column<Row>[] = [
  { title: 'Compte', cell: ({ id, name }) => <AppLink href={accountPath(id)}>{name}</AppLink> },
  { title: 'État', cell: ({ state }) => stateWord(state) },
  { title: 'Portées', cell: ({ scopes }) => scopes.map((scope) => scopeWords[scope]).join(', ') },
  { title: 'Périmètre', cell: ({ perimeter }) => perimeter },
  { title: 'Répond', cell: ({ owner }) => owner.name },
  { title: 'Dernier usage', cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? 'Jamais' : momentOf(lastUsedAt)) },
  { title: 'Messages abandonnés', cell: ({ deadLetters }) => deadLetters.toLocaleString('fr-FR'), numeric: true },
];

/** Other systems that reach cases in one's perimeter. */
export function AccountsPage() {
  const may = useMay();
  const accounts = useResource('service accounts', () => ask(api.GET('/api/service-accounts')));
  return (
    <Page title="Comptes de service" trail={[]}>
      <p>
        Les autres systèmes appellent Jalon par un compte de service, et peuvent être avertis de ce qui arrive aux dossiers. Un compte lit,
        il ne modifie rien.
      </p>
      {may('manage integrations') && <Button linkProps={{ href: '/comptes-de-service/nouveau' }}>Demander un compte</Button>}
      <Loaded resource={accounts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="fr-mt-2w">Aucun compte de service.</p>
          ) : (
            <DataTable caption="Comptes de service" columns={columns} rows={rows} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Page>
  );
}
