import { useParams } from 'react-router';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';

/** One mail, as the person would have read it without pictures. */
export function MailPage() {
  const { id = '' } = useParams();
  const mail = useResource(id, () => ask(api.GET('/api/mails/{id}', { params: { path: { id } } })));
  return (
    <LoadedPage resource={mail}>
      {({ subject, recipient, createdAt, text }) => (
        <Page title={subject} documentTitle={`Courriel\u00a0: ${subject}`} trail={[{ label: 'Courriels envoyés', href: '/courriels' }]}>
          <p className="fr-text--sm">
            À {recipient}, le {momentOf(createdAt)}
          </p>
          <div className="jalon-card jalon-detail">{text}</div>
        </Page>
      )}
    </LoadedPage>
  );
}
