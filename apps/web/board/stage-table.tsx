import type { Schemas } from '../api/client.js';
import '../figures/figures.css';
import { ShareBar } from '../figures/share-bar.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { casesHref } from './board-words.js';
import { CountedLink } from './counted-link.js';

type Procedure = Schemas['BoardProcedure'];
type Cell = Schemas['BoardCount'];

interface Props {
  readonly procedure: Procedure;
  readonly by: 'stage' | 'outcome';
}

const captions = { stage: 'dossiers en cours, par étape', outcome: 'dossiers clos, par issue' } as const;

/** How many cases stand at each stage, or ended in each way: bars in their own table. */
export function StageTable({ procedure: { id, label, listed, stages, outcomes }, by }: Props) {
  const rows = (by === 'stage' ? stages : outcomes).filter(({ count }) => count !== 0);
  if (rows.length === 0) return by === 'stage' ? <p>Aucun dossier en cours.</p> : null;
  const highest = Math.max(1, ...rows.map(({ count = 0 }) => count));
  const columns: readonly Column<Cell>[] = [
    { title: by === 'stage' ? 'Étape' : 'Issue', cell: (row) => row.label },
    {
      title: 'Dossiers',
      cell: ({ key, label: about, count }) => (
        <>
          <CountedLink count={count} about={about} {...(listed && { href: casesHref({ procedure: id, [by]: key }) })} />
          {count !== undefined && <ShareBar share={count / highest} />}
        </>
      ),
    },
  ];
  return <DataTable caption={`${label}\u00a0: ${captions[by]}`} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}
