import type { Schemas } from '../api/client.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { casesHref, counted, groupHref, groupNames } from './board-words.js';
import { CountedLink } from './counted-link.js';

type Procedure = Schemas['BoardProcedure'];
type Group = Schemas['BoardGroup'];

interface Props {
  readonly procedure: Procedure;
  readonly groups: readonly Group[];
}

/** The groups of a procedure, one a line: how many stand how, and when half of what runs would have ended. */
export function GroupTable({ procedure: { label, standings }, groups }: Props) {
  const [first] = groups;
  if (!first) return <p>Aucun groupe en cours.</p>;
  const columns: readonly Column<Group>[] = [
    {
      title: groupNames[first.kind],
      cell: (group) => (
        <AppLink className="fr-link fr-link--sm" href={groupHref(group)}>
          {group.title}
        </AppLink>
      ),
    },
    {
      title: 'Dossiers',
      numeric: true,
      cell: ({ key, title, people, listed }) => (
        <CountedLink count={people} about={title} {...(listed && { href: casesHref({ group: key }) })} />
      ),
    },
    ...standings.map(({ key: standing, label: words }) => ({
      title: words,
      numeric: true,
      cell: ({ key, title, standings: own, listed }: Group) => (
        <CountedLink
          count={own.find((one) => one.key === standing)?.count}
          about={`${words}, ${title}`}
          {...(listed && { href: casesHref({ group: key, standing }) })}
        />
      ),
    })),
    { title: 'Fin médiane prévue', cell: ({ ends: { median } }) => (median === undefined ? '–' : frenchDate(median)) },
  ];
  return <DataTable caption={`${label}\u00a0: situation de chaque groupe`} columns={columns} rows={groups} keyOf={({ key }) => key} />;
}

/** Where the cases of each group are: groups by stages. */
export function StagesByGroup({ procedure: { label, stages, listed: isSummed }, groups }: Props) {
  const [first] = groups;
  if (!first) return null;
  const isSomewhere = (stage: string) => groups.some((group) => group.stages.some(({ key, count }) => key === stage && count !== 0));
  const columns: readonly Column<Group>[] = [
    { title: groupNames[first.kind], cell: ({ title }) => title },
    ...stages
      .filter(({ key }) => isSomewhere(key))
      .map(({ key: stage, label: words }) => ({
        title: words,
        numeric: true,
        cell: ({ key, title, stages: own, listed }: Group) => {
          const count = own.find((one) => one.key === stage)?.count;
          if (count === undefined) return counted(count);
          return <CountedLink count={count} about={`${words}, ${title}`} {...(listed && { href: casesHref({ group: key, stage }) })} />;
        },
      })),
  ];
  const table = <DataTable caption={`${label}\u00a0: étapes groupe par groupe`} columns={columns} rows={groups} keyOf={({ key }) => key} />;
  // Where the sum is mostly hidden, the groups are what there is to see.
  if (!isSummed) return table;
  return (
    <details className="jalon-sum fr-mb-3w">
      <summary>Voir les étapes groupe par groupe</summary>
      {table}
    </details>
  );
}
