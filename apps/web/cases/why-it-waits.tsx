import type { Schemas } from '../api/client.js';
import { isSession } from '../sessions/is-session.js';
import { WaitCard } from './wait-card.js';

const words = {
  file: {
    title: 'Pourquoi ce dossier attend',
    over: 'Ce dossier est clos\u00a0: il n’attend plus rien.',
    nothing: 'Ce dossier n’attend rien.',
  },
  session: {
    title: 'Ce que la séance attend',
    over: 'Cette séance est terminée\u00a0: elle n’attend plus rien.',
    nothing: 'Cette séance n’attend rien.',
  },
  cohort: {
    title: 'Ce que la cohorte attend',
    over: 'Cette cohorte est terminée\u00a0: elle n’attend plus rien.',
    nothing: 'Cette cohorte n’attend rien d’autre que la fin des parcours.',
  },
} as const;

/** At any moment: everything the case waits for. The same words in the list and in the API. */
export function WhyItWaits({ one }: { readonly one: Schemas['CaseDetail'] }) {
  const { clocks, status, procedure } = one;
  const isCohort = procedure === 'cohort';
  // The journeys of its members are in a table of their own.
  const waits = isCohort ? one.waits.filter(({ kind }) => kind !== 'child') : one.waits;
  const { title, over, nothing } = words[isSession(procedure) ? 'session' : isCohort ? 'cohort' : 'file'];
  return (
    <>
      <section aria-labelledby="attente">
        <h2 id="attente" className="fr-h4">
          {title}
        </h2>
        {waits.length === 0 ? (
          <p>{status === 'closed' ? over : nothing}</p>
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
