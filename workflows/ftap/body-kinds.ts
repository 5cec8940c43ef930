/** What kinds of bodies may ask for a grant; each has a legal regime of its own (`legal-profiles.ts`). */
export const bodyKinds = {
  stateService: 'Service de l’État',
  operator: 'Opérateur de l’État (établissement public, GIP)',
  association: 'Association',
  company: 'Entreprise',
} as const;

export type BodyKind = keyof typeof bodyKinds;
export const bodyKindKeys = Object.keys(bodyKinds) as [BodyKind, ...BodyKind[]];
