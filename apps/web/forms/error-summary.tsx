import { useEffect, useRef } from 'react';
import { fieldId, type NamedError } from './errors.js';

interface Props {
  readonly errors: readonly NamedError[];
  /** Changes at each attempt: the summary takes the focus each time. */
  readonly attempt: number;
}

/** Everything to correct, each line leading to its field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} className="fr-alert fr-alert--error fr-mb-4w" aria-labelledby="erreurs-titre" role="group">
      <h2 id="erreurs-titre" className="fr-alert__title">
        {errors.length === 1 ? 'Un champ est à corriger' : `${errors.length} champs sont à corriger`}
      </h2>
      <ul>
        {errors.map(({ path, label, message }) => (
          <li key={path}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(fieldId(path));
              }}
            >
              {label ? `${label}\u00a0: ` : ''}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A choice is a group: its first button takes the focus. */
function goTo(id: string) {
  const element = document.getElementById(id);
  const target = element?.matches('fieldset') ? element.querySelector('input') : element;
  target?.focus();
}
