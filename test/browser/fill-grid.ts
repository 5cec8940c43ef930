import type { Person } from './person.js';

/** A reviewer's grid, with the criteria of the demonstration call. */
export async function fillGrid(reviewer: Person) {
  await reviewer.choose('Je n’ai aucun lien d’intérêt');
  const criteria = [
    'Utilité pour les agents',
    'Qualité pédagogique',
    'Réutilisation interministérielle',
    'Faisabilité',
    'Sincérité du budget',
  ];
  for (const [index, criterion] of criteria.entries()) {
    const group = reviewer.page.getByRole('group', { name: criterion, exact: true });
    await group.getByLabel('Note sur 20').fill(String(15 - index));
    await group.getByLabel('Justification').fill('Le dossier le montre clairement.');
  }
  await reviewer.choose('Favorable');
  await reviewer.field('Synthèse').fill('Projet utile à plusieurs ministères ; équipe prête, calendrier tenable.');
}
