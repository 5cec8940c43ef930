import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSession } from '../session/session.js';
import { BreakGlassForm } from './break-glass-form.js';
import { GlassCard } from './glass-card.js';

/** Cases that administrators had opened to them by exception; for an administrator, the way to ask for one. */
export function BreakGlassPage() {
  const { roles } = useSession();
  const glasses = useResource('break-glass', () => ask(api.GET('/api/break-glass')));
  return (
    <Page title="Accès exceptionnels" trail={[{ label: 'Journal des accès', href: '/acces' }]}>
      <p>
        Un administrateur ne voit le contenu d’aucun dossier. Par exception, il peut s’en faire ouvrir un, en lecture et pour un temps, en
        disant pourquoi. Le responsable de programme en est averti aussitôt, et chaque lecture est inscrite au journal des accès.
      </p>
      {roles.includes('administrator') && <BreakGlassForm />}
      <h2 className="fr-h4 fr-mt-4w">Accès ouverts</h2>
      <Loaded resource={glasses}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucun accès exceptionnel.</p>
          ) : (
            <ul className="fr-raw-list jalon-cards">
              {list.map((glass) => (
                <GlassCard key={glass.id} glass={glass} onChange={glasses.reload} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
