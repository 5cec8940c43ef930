import type { EntryOf } from '#workflows/kit/journal.js';

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

const amounts: Readonly<Record<string, string>> = {
  proposed: 'Montant proposé par le comité',
  awarded: 'Subvention attribuée',
  committed: 'Crédits engagés',
  paid: 'Somme versée',
  released: 'Crédits rendus à l’enveloppe',
  clawedBack: 'Somme reversée',
};

/** A fact for the figures, in French; undefined for one that people do not read alone. */
export function figureWords({ indicator, value, unit }: Pick<EntryOf<'measured'>, 'indicator' | 'value' | 'unit'>): string | undefined {
  const amount = amounts[indicator];
  if (amount !== undefined) return `${amount}\u00a0: ${euros.format(value / 100)}`;
  const [, nth, when] = /^effect\/(\d+)\/m(\d+)$/.exec(indicator) ?? [];
  return nth === undefined ? undefined : `Effet ${nth} mesuré à ${when} mois\u00a0: ${value.toLocaleString('fr-FR')} ${unit}`;
}
