import { Notice } from '@codegouvfr/react-dsfr/Notice';
import { timeOf } from '../french/moments.js';

/** Above a case that an administrator reads by exception. */
export const GlassBand = ({ until }: { readonly until: string }) => (
  <Notice
    className="fr-mb-3w"
    severity="warning"
    title="Accès exceptionnel, en lecture seule."
    description={`Jusqu’à ${timeOf(until)}. Le responsable de programme en est averti, et chaque page lue est inscrite au journal des accès.`}
  />
);
