import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { GlassCard } from './glass-card.js';

/** On the home page of who answers for a program, until they have said that they have seen it. */
export function GlassAlerts() {
  const { data = [], reload } = useResource('glass-alerts', () =>
    ask(api.GET('/api/break-glass', { params: { query: { waiting: '1' } } })),
  );
  const waiting = data.filter(({ mayAcknowledge }) => mayAcknowledge);
  if (waiting.length === 0) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="acces-exceptionnel">
      <Alert
        severity="warning"
        as="h2"
        id="acces-exceptionnel"
        title="Accès exceptionnel"
        description="Un administrateur s’est ouvert un dossier de votre programme. Prenez-en acte."
      />
      <ul className="fr-raw-list jalon-cards fr-mt-2w">
        {waiting.map((glass) => (
          <GlassCard key={glass.id} glass={glass} onChange={reload} />
        ))}
      </ul>
    </section>
  );
}
