import { useNavigate } from 'react-router';
import { api, ask, idempotent } from '../api/client.js';
import { Page } from '../layout/page.js';
import { AccountForm } from './account-form.js';
import { accountPath, accountsCrumb } from './account-words.js';

/** Asks for an account: who answers for what it reads has to agree. */
export function NewAccountPage() {
  const navigate = useNavigate();
  return (
    <Page title="Demander un compte de service" trail={[accountsCrumb]}>
      <p>
        Le compte n’ouvre rien avant qu’un responsable de programme n’ait donné son accord. Tout ce qu’il lira sera inscrit au journal des
        accès sous son nom.
      </p>
      <AccountForm
        label="Demander ce compte"
        send={async (body, key) => {
          const { id } = await ask(api.POST('/api/service-accounts', { params: idempotent(key), body }));
          await navigate(accountPath(id));
        }}
      />
    </Page>
  );
}
