/** Ids of things that are there, or are not, by kind. */
export interface Ids {
  readonly ref?: string;
  readonly task?: string;
  readonly document?: string;
  readonly draft?: string;
  readonly call?: string;
  readonly edition?: string;
  readonly mail?: string;
  readonly note?: string;
  readonly glass?: string;
  readonly person?: string;
  readonly item?: string;
  readonly figure?: string;
  readonly year?: string;
}

const none = '00000000-0000-4000-8000-000000000000';
const noCase = 'FTAP-2026-999999';

/** Which kind of id stands for `:id` in the address of a route, by the word before it. */
const kinds: Readonly<Record<string, keyof Ids>> = {
  tasks: 'task',
  documents: 'document',
  drafts: 'draft',
  calls: 'call',
  editions: 'edition',
  mails: 'mail',
  notes: 'note',
  'break-glass': 'glass',
  delegates: 'person',
};

/** The address of a route, without `/api`, with these ids in it; those left out exist nowhere. */
export function concrete(path: string, ids: Ids = {}): string {
  const parts = path.replace('/api', '').split('/');
  return parts
    .map((part, index) => {
      if (!part.startsWith(':')) return part;
      const name = part.slice(1);
      if (name === 'id') return idOf(kinds[parts[index - 1] ?? ''], ids);
      return named[name]?.(ids) ?? none;
    })
    .join('/');
}

const idOf = (kind: keyof Ids | undefined, ids: Ids) => (kind && ids[kind]) ?? (kind === 'task' ? `${noCase}.none-1` : none);

const named: Readonly<Record<string, (ids: Ids) => string>> = {
  ref: ({ ref = noCase }) => ref,
  member: ({ ref = noCase }) => ref,
  seq: () => '1',
  item: ({ item = 'none-1' }) => item,
  personId: ({ person = none }) => person,
  figure: ({ figure = 'requested' }) => figure,
  siret: () => '99900001100018',
  year: ({ year = '2026' }) => year,
};
