import { useSearchParams } from 'react-router';

/**
 * Pages whose server gives a cursor to the next one only. The cursors passed so far are in the address (`page`), so that « Page
 * précédente » and the browser's own button both work.
 */
export function useCursorPages() {
  const [search, setSearch] = useSearchParams();
  const passed = search.getAll('page');
  const go = (cursors: readonly string[]) =>
    setSearch((previous) => {
      const next = new URLSearchParams(previous);
      next.delete('page');
      for (const cursor of cursors) next.append('page', cursor);
      return next;
    });
  return {
    cursor: passed.at(-1),
    number: passed.length + 1,
    previous: passed.length > 0 ? () => go(passed.slice(0, -1)) : undefined,
    next: (cursor: string) => go([...passed, cursor]),
  };
}
