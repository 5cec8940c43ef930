import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';

const columns: readonly Column<Schemas['MailSummary']>[] = [
  {
    title: 'Objet',
    cell: ({ id, subject }) => (
      <AppLink className="fr-link fr-link--sm" href={`/courriels/${id}`}>
        {subject}
      </AppLink>
    ),
  },
  { title: 'Destinataire', cell: ({ recipient }) => recipient },
  {
    title: 'Dossier',
    cell: ({ caseRef }) =>
      caseRef && (
        <AppLink className="jalon-nowrap" href={`/dossiers/${caseRef}`}>
          {caseRef}
        </AppLink>
      ),
  },
  { title: 'Écrit le', cell: ({ createdAt }) => momentOf(createdAt) },
];

/** The outbox of the demonstration server: nothing really leaves. */
export function MailsPage() {
  const pages = useCursorPages();
  const mails = useResource(pages.cursor ?? '', () => ask(api.GET('/api/mails', { params: { query: { cursor: pages.cursor } } })));
  return (
    <Page title="Courriels envoyés" trail={[]}>
      <p>Sur le serveur de démonstration, les courriels s’arrêtent ici&nbsp;: aucun n’est envoyé.</p>
      <Loaded resource={mails}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <p>Aucun courriel.</p>
            ) : (
              <DataTable caption="Courriels" columns={columns} rows={items} keyOf={({ id }) => id} />
            )}
            <CursorPagination pages={pages} nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
