import type { Schemas } from '../api/client.js';
import { scopes } from './inbox-query.js';

interface Props {
  readonly scope: Schemas['TaskScope'];
  readonly counts?: Schemas['TaskCounts'];
  readonly onChange: (scope: Schemas['TaskScope']) => void;
}

/** Whose tasks, with how many there are. A segmented choice: one address, three views of the same list. */
export function ScopeTabs({ scope, counts, onChange }: Props) {
  return (
    <fieldset className="fr-segmented jalon-segmented">
      <legend className="fr-segmented__legend fr-sr-only">Quelles tâches</legend>
      <div className="fr-segmented__elements">
        {(Object.keys(scopes) as Schemas['TaskScope'][]).map((one) => (
          <div key={one} className="fr-segmented__element">
            <input type="radio" id={`vue-${one}`} name="vue" value={one} checked={scope === one} onChange={() => onChange(one)} />
            <label className="fr-label" htmlFor={`vue-${one}`}>
              {scopes[one]}
              {counts && ` (${counts[one]})`}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
