import type { Schemas } from '../api/client.js';
import { dayOf } from '../french/moments.js';

const states: Readonly<Record<Schemas['StageState'], string>> = { done: 'Étape franchie', current: 'Étape en cours', coming: 'À venir' };

/** The stages of the procedure, with when the case entered each. A list: the DSFR's stepper is for forms of eight steps at most. */
export function StageList({ stages }: { readonly stages: readonly Schemas['StageStep'][] }) {
  return (
    <ol className="fr-raw-list jalon-stages">
      {stages.map(({ id, label, state, enteredAt }) => (
        <li key={id} className={`jalon-stage jalon-stage--${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="jalon-stage__label">{label}</span>
          <span className="jalon-stage__state">
            {states[state]}
            {enteredAt && ` – ${dayOf(enteredAt)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
