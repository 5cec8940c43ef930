import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';

/** The grant that pays for a journey; nothing when none does. */
export function JourneyFunding({ caseRef }: { readonly caseRef: string }) {
  const funding = useResource(caseRef, () => ask(api.GET('/api/cases/{ref}/funding', { params: { path: { ref: caseRef } } })));
  const { grant, grantTitle } = funding.data ?? {};
  if (grant === undefined) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="titre-financement">
      <h2 id="titre-financement" className="fr-h4">
        Financé par
      </h2>
      {grantTitle === undefined ? (
        <p>La subvention {grant}.</p>
      ) : (
        <p>
          <AppLink className="fr-link" href={`/dossiers/${grant}`}>
            {grantTitle}
          </AppLink>
          <span className="fr-text--xs jalon-block jalon-discreet">{grant}</span>
        </p>
      )}
    </section>
  );
}
