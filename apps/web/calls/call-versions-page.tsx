import { useParams } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { callDifferences, type Difference } from './call-differences.js';
import { statusLabels } from './call-words.js';
import { DifferenceTable } from './difference-table.js';

type Version = Schemas['CallVersionView'];

/** What the call said from one change to the next, the latest first. */
export function CallVersionsPage() {
  const { id = '' } = useParams();
  const known = useResource(id, async () => {
    const params = { path: { id } };
    const [call, versions] = await Promise.all([
      ask(api.GET('/api/calls/{id}', { params })),
      ask(api.GET('/api/calls/{id}/versions', { params })),
    ]);
    return { call, versions };
  });
  return (
    <LoadedPage resource={known}>
      {({ call, versions }) => (
        <Page
          title="Versions de l’appel"
          documentTitle={`Versions de ${call.title}`}
          trail={[
            { label: 'Appels à projets', href: '/appels' },
            { label: call.title, href: `/appels/${id}` },
          ]}
        >
          <p className="fr-text--lead">Chaque dossier garde la version à laquelle il a répondu.</p>
          <ol className="fr-raw-list" reversed>
            {versions.map((version, index) => (
              <li key={version.version} className="jalon-card fr-mb-3w">
                <VersionChange version={version} previous={versions[index + 1]} />
              </li>
            ))}
          </ol>
        </Page>
      )}
    </LoadedPage>
  );
}

function VersionChange({ version, previous }: { readonly version: Version; readonly previous?: Version }) {
  const { version: number, changedBy, reason, at, status } = version;
  const rows = previous ? [...statusChange(previous, version), ...callDifferences(previous, version)] : [];
  return (
    <>
      <h2 className="fr-h6 fr-mb-1w">
        Version {number} – {statusLabels[status].toLocaleLowerCase('fr')}
      </h2>
      <p className="fr-text--sm jalon-discreet fr-mb-1w">
        {momentOf(at)}
        {changedBy && `, par ${changedBy}`}
      </p>
      {reason && <p>Motif&nbsp;: {reason}</p>}
      {!previous && <p className="fr-mb-0">Première version{status === 'draft' ? '' : ' connue'}.</p>}
      {rows.length > 0 && (
        <DifferenceTable
          caption={`Ce qui change entre la version ${previous?.version} et la version ${number}`}
          before="Avant"
          after="Après"
          rows={rows}
        />
      )}
      {previous && rows.length === 0 && <p className="fr-mb-0">Les conditions sont les mêmes.</p>}
    </>
  );
}

const statusChange = (before: Version, after: Version): readonly Difference[] =>
  before.status === after.status ? [] : [{ label: 'État', before: statusLabels[before.status], after: statusLabels[after.status] }];
