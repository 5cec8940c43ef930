import type { Action } from '../permissions/matrix.js';

interface Scope {
  readonly label: string;
  readonly help: string;
  /** Actions of the matrix that it opens, where the matrix leaves them to scopes. */
  readonly actions: readonly Action[];
}

/** What a service account may be given: to read, and to be told. None of them changes a case. */
export const serviceScopes = {
  'cases:read': {
    label: 'Lire les dossiers',
    help: 'La liste des dossiers, un dossier et sa chronologie\u00a0; ni les pièces, ni les échanges, ni les notes.',
    actions: ['read file'],
  },
  'cases:events': {
    label: 'Être averti de ce qui arrive aux dossiers',
    help: 'Des messages signés, sans donnée personnelle, envoyés aux adresses déclarées.',
    actions: [],
  },
  'figures:read': {
    label: 'Lire les chiffres des appels',
    help: 'Les totaux de chaque appel et ses crédits\u00a0; pas les dossiers qui les composent.',
    actions: ['read figures'],
  },
} as const satisfies Record<string, Scope>;

export type ServiceScope = keyof typeof serviceScopes;
export const scopeNames = Object.keys(serviceScopes) as ServiceScope[];
export const isScope = (text: string): text is ServiceScope => text in serviceScopes;

/** The actions that these scopes open together. */
export const actionsOfScopes = (scopes: readonly string[]): Action[] =>
  scopes.filter(isScope).flatMap((scope): readonly Action[] => serviceScopes[scope].actions);
