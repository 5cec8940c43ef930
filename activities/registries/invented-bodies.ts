import type { BodyKind } from '#workflows/ftap/body-kinds.js';

/** Bodies that exist nowhere, with numbers that no register gives (prefix 999): for demonstrations and tests. */
export const inventedBodies: Readonly<Record<string, { readonly name: string; readonly kind: BodyKind; readonly closed?: boolean }>> = {
  '99900101900010': { name: 'Association Exemple pour la formation au numérique', kind: 'association' },
  '99900102700013': { name: 'Coopérative Modèle de services numériques', kind: 'company' },
  '99900103500016': { name: 'Institut Spécimen des métiers de la donnée', kind: 'operator' },
  '99900104300010': { name: 'Direction Échantillon de la transformation', kind: 'stateService' },
  '99900105000015': { name: 'Agence Témoin, établissement fermé', kind: 'operator', closed: true },
};
