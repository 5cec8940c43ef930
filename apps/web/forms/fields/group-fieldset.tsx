import type { ReactNode } from 'react';
import { AppLink } from '../../layout/app-link.js';
import type { GroupField } from '../field.js';

/** Fields under one title. */
export function GroupFieldset({ field, children }: { readonly field: GroupField; readonly children: ReactNode }) {
  return (
    <fieldset className="jalon-fieldset">
      <legend className="jalon-legend">{field.label}</legend>
      {field.hint && <p className="fr-hint-text fr-mb-2w">{field.hint}</p>}
      {field.caseRef !== undefined && (
        <p className="fr-mb-2w">
          <AppLink className="fr-link fr-link--sm" href={`/dossiers/${field.caseRef}`}>
            Ouvrir le dossier {field.caseRef}
          </AppLink>
        </p>
      )}
      {children}
    </fieldset>
  );
}
