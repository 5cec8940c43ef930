import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../api/client.js';
import { count, euros, percent } from '../french/amounts.js';
import { number, rowsHref } from './figure-words.js';

type Figures = Schemas['CallFigures'];

/** The three numbers that matter, in words that need no other page: what was awarded, what was paid, what an agent trained costs. */
export function Headline({ figures }: { readonly figures: Figures }) {
  const { callId, envelopeCents, costPerAgent: cost } = figures;
  const centsOf = (key: Schemas['MoneyKey']) => figures.money.find((one) => one.key === key)?.cents ?? 0;
  const [awarded, paid] = [centsOf('awarded'), centsOf('paid')];
  return (
    <ul className="fr-raw-list jalon-figures fr-mb-4w" aria-label="Les trois chiffres de l’appel">
      <Tile href={rowsHref(callId, 'awarded')} value={euros(awarded)} label="attribués">
        {envelopeCents > 0 && `${percent(awarded / envelopeCents)} de l’enveloppe de ${euros(envelopeCents)}`}
      </Tile>
      <Tile href={rowsHref(callId, 'paid')} value={euros(paid)} label="payés">
        {awarded > 0 && `${percent(paid / awarded)} de ce qui est attribué`}
      </Tile>
      <Tile
        href={rowsHref(callId, 'agentsTrained')}
        value={cost.cents === undefined ? '–' : euros(Math.round(cost.cents / 100) * 100)}
        label="par agent formé"
      >
        {cost.cents === undefined
          ? 'Aucun nombre d’agents formés n’est encore mesuré'
          : `${number(cost.agents)} agents, ${count(cost.cases, 'dossier mesuré', 'dossiers mesurés')} sur ${cost.promisedBy}`}
      </Tile>
    </ul>
  );
}

function Tile({ href, value, label, children }: { href: string; value: string; label: string; children: ReactNode }) {
  return (
    <li>
      <Link to={href} className="jalon-figure">
        <strong>{value}</strong> {label}
        <span className="fr-text--sm jalon-block">{children}</span>
      </Link>
    </li>
  );
}
