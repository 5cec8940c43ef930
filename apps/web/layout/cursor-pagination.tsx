import { Button } from '@codegouvfr/react-dsfr/Button';
import type { useCursorPages } from './cursor-pages.js';

interface Props {
  readonly pages: ReturnType<typeof useCursorPages>;
  readonly nextCursor?: string;
}

export function CursorPagination({ pages, nextCursor }: Props) {
  const { previous, next, number } = pages;
  if (!previous && nextCursor === undefined) return null;
  return (
    <nav aria-label="Pagination" className="jalon-actions fr-mt-2w">
      <Button priority="secondary" size="small" iconId="fr-icon-arrow-left-s-line" disabled={!previous} onClick={() => previous?.()}>
        Page précédente
      </Button>
      <span aria-current="page">Page {number}</span>
      <Button
        priority="secondary"
        size="small"
        iconId="fr-icon-arrow-right-s-line"
        iconPosition="right"
        disabled={nextCursor === undefined}
        onClick={() => nextCursor !== undefined && next(nextCursor)}
      >
        Page suivante
      </Button>
    </nav>
  );
}
