import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Eligibility } from '#workflows/ftap/eligibility.js';

/** The call's conditions: which are met, which are not, and why. */
export function EligibilityList({ conditions }: { readonly conditions: readonly Eligibility[] }) {
  return (
    <section className="fr-mt-3w" aria-labelledby="conditions">
      <h2 id="conditions" className="fr-h5">
        Conditions d’éligibilité
      </h2>
      <ul className="fr-raw-list jalon-cards">
        {conditions.map(({ rule, label, ok, why, basis }) => (
          <li key={rule} className="jalon-card">
            <div className="jalon-card__head">
              <strong>{label}</strong>
              <Verdict ok={ok} />
            </div>
            <p className="fr-mb-0">{why}</p>
            <p className="fr-text--xs fr-mb-0">Source : {basis}.</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Verdict({ ok }: Pick<Eligibility, 'ok'>) {
  if (ok === undefined) return <Badge small>À compléter</Badge>;
  return ok ? (
    <Badge small severity="success">
      Remplie
    </Badge>
  ) : (
    <Badge small severity="error">
      Non remplie
    </Badge>
  );
}
