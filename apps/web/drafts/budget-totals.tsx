import { eligibleCents, mostCents } from '#workflows/ftap/application.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import { linesOf } from '#workflows/ftap/eligibility.js';
import { euros, percent } from '../french/amounts.js';
import type { FormValue } from '../forms/value.js';

/** What the lines of the budget add up to, and what may be asked for: said while they are typed. */
export function BudgetTotals({ content, terms }: { readonly content: FormValue; readonly terms: CallTerms }) {
  const lines = linesOf(content);
  const total = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const eligible = eligibleCents(lines);
  const most = mostCents(lines, terms);
  return (
    <section className="jalon-card fr-my-3w" aria-label="Totaux du budget">
      <dl className="jalon-answers">
        <div>
          <dt>Coût total du projet</dt>
          <dd>{euros(total)}</dd>
        </div>
        <div>
          <dt>Dont coût éligible</dt>
          <dd>{euros(eligible)}</dd>
        </div>
        <div>
          <dt>Subvention possible au plus ({percent(terms.rate)} du coût éligible)</dt>
          <dd>{euros(Math.min(most, terms.ceilingCents))}</dd>
        </div>
        <div>
          <dt>Part demandée du coût éligible</dt>
          <dd>{shareAsked(content, eligible, most, terms)}</dd>
        </div>
      </dl>
    </section>
  );
}

function shareAsked({ budget }: FormValue, eligible: number, most: number, { rate }: CallTerms): string {
  const asked = typeof budget === 'object' && budget !== null && 'amountCents' in budget ? budget.amountCents : undefined;
  if (typeof asked !== 'number' || eligible === 0) return 'À calculer\u00a0: indiquez une dépense éligible et la subvention demandée.';
  // Rounded up: 50,04 % of a maximum of 50 % must not read « 50 % ». Before that, 0.29 × 1000 is made 290 again.
  const tenths = Math.ceil(Number(((asked / eligible) * 1_000).toFixed(6)));
  const said = `${(tenths / 10).toLocaleString('fr-FR')}\u202f%`;
  return asked > most ? `${said}, au-dessus du maximum de ${percent(rate)}` : said;
}
