import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { CaseList } from '../cases/case-list.js';
import { DraftList } from '../drafts/draft-list.js';
import { Loaded } from '../layout/loaded.js';

/** What is a person's own: drafts to finish, for who writes any, and cases under way. */
export function ApplicantHome({ writesDrafts }: { readonly writesDrafts: boolean }) {
  const drafts = useResource('drafts', () => (writesDrafts ? ask(api.GET('/api/drafts')) : Promise.resolve([])));
  const cases = useResource('cases', () => ask(api.GET('/api/cases', { params: { query: { limit: 5 } } })));
  return (
    <>
      <Loaded resource={drafts}>
        {(list) => {
          const open = list.filter(({ caseRef }) => caseRef === undefined);
          return open.length === 0 ? null : <DraftList drafts={open} onChange={drafts.reload} />;
        }}
      </Loaded>
      <Loaded resource={cases}>
        {({ items }) =>
          items.length === 0 ? null : (
            <section className="fr-mt-5w" aria-labelledby="mes-dossiers">
              <h2 id="mes-dossiers" className="fr-h4">
                Mes dossiers
              </h2>
              <CaseList cases={items} />
            </section>
          )
        }
      </Loaded>
    </>
  );
}
