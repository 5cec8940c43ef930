import type { Schemas } from '../api/client.js';

export const scopes = { mine: 'À mon nom', groups: 'Mes groupes', all: 'Toutes' } as const satisfies Record<Schemas['TaskScope'], string>;
export const sorts = { due: 'Échéance', asked: 'Date de demande', title: 'Titre du dossier' } as const satisfies Record<
  Schemas['TaskSort'],
  string
>;

/** What the inbox shows: everything is in the address, so that it can be kept and shared. */
export interface InboxQuery {
  readonly scope: Schemas['TaskScope'];
  readonly sort: Schemas['TaskSort'];
  readonly procedure?: string;
  readonly stage?: string;
  readonly dueBefore?: string;
  readonly q?: string;
}

/** Names of the filters in the address. */
export const names = { q: 'texte', procedure: 'procedure', stage: 'etape', dueBefore: 'avant' } as const;
export type Filter = keyof typeof names;

export function readQuery(search: URLSearchParams): InboxQuery {
  const filter = (name: Filter) => search.get(names[name]) ?? undefined;
  return {
    scope: oneOf(scopes, search.get('vue'), 'mine'),
    sort: oneOf(sorts, search.get('tri'), 'due'),
    q: filter('q'),
    procedure: filter('procedure'),
    stage: filter('stage'),
    dueBefore: filter('dueBefore'),
  };
}

function oneOf<T extends string>(known: Readonly<Record<T, string>>, value: string | null, otherwise: T): T {
  return value !== null && value in known ? (value as T) : otherwise;
}
