import { type ReactNode, useEffect } from 'react';
import type { Resource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { announce } from './announcer.js';
import type { useCursorPages } from './cursor-pages.js';
import { CursorPagination } from './cursor-pagination.js';
import { Loaded } from './loaded.js';

interface Found<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
  /** On all pages. */
  readonly total: number;
}

interface Props<T> {
  readonly resource: Resource<Found<T>>;
  readonly pages: ReturnType<typeof useCursorPages>;
  /** One of what is found, such as « dossier ». */
  readonly noun: string;
  /** Where it is found, for who hears how many there are. */
  readonly where?: string;
  /** Said where nothing is found. */
  readonly none: string;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** How many there are, said and shown; then this page of them, and the way to the others. */
export function FoundList<T>({ resource, pages, noun, where = '', none, children }: Props<T>) {
  const total = resource.data?.total;
  const found = total === undefined ? '' : count(total, noun);

  useEffect(() => {
    if (found) announce(`${found}${where}.`);
  }, [found, where]);

  return (
    <Loaded resource={resource}>
      {({ items, nextCursor }) => (
        <>
          <p className="fr-text--bold fr-mt-2w fr-mb-1w">{found}</p>
          {items.length === 0 ? <p>{none}</p> : children(items)}
          <CursorPagination pages={pages} nextCursor={nextCursor} />
        </>
      )}
    </Loaded>
  );
}
