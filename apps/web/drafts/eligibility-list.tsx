import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Eligibility } from '#workflows/ftap/eligibility.js';

/** The call's conditions: which are met, which are not, and why. */
export function EligibilityList({ conditions }: { readonly conditions: readonly Eligibility[] }) {
  return (
    <section className="jalon-card fr-mt-3w" aria-labelledby="conditions">
      <h2 id="conditions" className="fr-h5">
        Conditions d’éligibilité
      </h2>
      <dl className="jalon-answers">
        {conditions.map(({ rule, label, ok, why, basis }) => (
          <div key={rule}>
            <dt>{label}</dt>
            <dd>
              <Verdict ok={ok} /> {why} <span className="fr-text--xs">({basis})</span>
            </dd>
          </div>
        ))}
      </dl>
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
