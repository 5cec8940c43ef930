import { useNavigate, useParams } from 'react-router';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { AccountForm } from './account-form.js';
import { accountPath, accountsCrumb } from './account-words.js';

/** Changes an account; what it reaches is agreed to anew. */
export function EditAccountPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const params = { path: { id } };
  const account = useResource(id, () => ask(api.GET('/api/service-accounts/{id}', { params })));
  return (
    <LoadedPage resource={account}>
      {(initial) => (
        <Page
          title="Modifier le compte de service"
          documentTitle={`Modifier ${initial.name}`}
          trail={[accountsCrumb, { label: initial.name, href: accountPath(id) }]}
        >
          <p>
            Changer les portées, la démarche ou l’appel retire l’accord&nbsp;: le compte n’ouvre plus rien avant d’en avoir reçu un autre.
          </p>
          <AccountForm
            initial={initial}
            label="Enregistrer"
            send={async (body) => {
              await ask(api.PUT('/api/service-accounts/{id}', { params, body }));
              await navigate(accountPath(id));
            }}
          />
        </Page>
      )}
    </LoadedPage>
  );
}
