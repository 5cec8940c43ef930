import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count, euros } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';

const shown = 10;

/** What became of the call: its cases, and what is left of its envelope. */
export function CallProgress({ call: { id, version, status } }: { readonly call: Schemas['CallView'] }) {
  const progress = useResource(`${id} ${version}`, () => ask(api.GET('/api/calls/{id}/progress', { params: { path: { id } } })));
  return (
    <Loaded resource={progress}>
      {({ filed, drafts, closed, followedUp, running, usedCents, remainingCents }) => (
        <>
          <dl className="jalon-wait">
            <Figure label="Dossiers déposés" value={String(filed)} />
            <Figure label="En cours" value={String(filed - followedUp - closed)} />
            <Figure label="En suivi des effets" value={String(followedUp)} />
            <Figure label="Clos" value={String(closed)} />
            <Figure label="Brouillons" value={String(drafts)} />
            <Figure label="Attribué" value={euros(usedCents)} />
            <Figure label="Reste à attribuer" value={euros(remainingCents)} />
          </dl>
          {status === 'closed' && running.length > 0 && (
            <details className="jalon-sum fr-mb-2w">
              <summary>{count(running.length, 'dossier')} à mener à terme avant de solder l’appel</summary>
              <ul>
                {running.slice(0, shown).map(({ ref, title, stageLabel }) => (
                  <li key={ref}>
                    <AppLink href={`/dossiers/${ref}`}>
                      {title} ({ref})
                    </AppLink>{' '}
                    : {stageLabel}
                  </li>
                ))}
                {running.length > shown && <li>Et {count(running.length - shown, 'autre')}.</li>}
              </ul>
            </details>
          )}
        </>
      )}
    </Loaded>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
