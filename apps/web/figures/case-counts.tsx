import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { rowsHref } from './figure-words.js';
import { ShareBar } from './share-bar.js';

interface Props {
  readonly figures: Schemas['CallFigures'];
  readonly by: 'stage' | 'outcome';
}

const captions = { stage: 'Dossiers en cours, par étape', outcome: 'Dossiers clos, par issue' } as const;

/** How many cases stand at each stage, or ended in each way. */
export function CaseCounts({ figures, by }: Props) {
  const rows = by === 'stage' ? figures.stages : figures.outcomes;
  if (rows.length === 0) return <p>{by === 'stage' ? 'Aucun dossier en cours.' : 'Aucun dossier clos.'}</p>;
  const columns: readonly Column<Schemas['CaseCount']>[] = [
    { title: by === 'stage' ? 'Étape' : 'Issue', cell: ({ label }) => label },
    {
      title: 'Dossiers',
      cell: ({ key, count, label }) => (
        <>
          <AppLink className="fr-link" href={rowsHref(figures.callId, 'cases', { [by]: key })}>
            {count}
            <span className="fr-sr-only">&nbsp;: {label}</span>
          </AppLink>
          <ShareBar share={count / figures.cases} />
        </>
      ),
    },
  ];
  return <DataTable caption={captions[by]} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}
