import type { Schemas } from '../api/client.js';
import { WaitCard } from './wait-card.js';

/** At any moment: everything the case waits for. The same words in the list and in the API. */
export function WhyItWaits({ one }: { readonly one: Schemas['CaseDetail'] }) {
  const { waits, clocks, status } = one;
  return (
    <>
      <section aria-labelledby="attente">
        <h2 id="attente" className="fr-h4">
          Pourquoi ce dossier attend
        </h2>
        {waits.length === 0 ? (
          <p>{status === 'closed' ? 'Ce dossier est clos : il n’attend plus rien.' : 'Ce dossier n’attend rien.'}</p>
        ) : (
          <ul className="fr-raw-list jalon-cards">
            {waits.map((wait) => (
              <WaitCard key={wait.id} wait={wait} />
            ))}
          </ul>
        )}
      </section>
      {clocks.length > 0 && (
        <section className="fr-mt-4w" aria-labelledby="delais">
          <h2 id="delais" className="fr-h4">
            Délais qui courent
          </h2>
          <ul className="fr-raw-list jalon-cards">
            {clocks.map((clock) => (
              <WaitCard key={clock.id} wait={clock} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
