import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { capital } from '../french/capital.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { ColumnChart } from './column-chart.js';

type Load = Schemas['LoadView'];
type Line = Schemas['LoadLine'];

interface Props {
  /** Left empty: all. */
  readonly procedure: string;
  /** The load is read again with each new forecast. */
  readonly computedAt?: string;
}

const weeks = 8;

/** What people would have to do in the eight weeks to come: all together, by role, and by person. */
export function LoadSection({ procedure, computedAt = '' }: Props) {
  const load = useResource(`load ${procedure} ${computedAt}`, () =>
    ask(api.GET('/api/forecasts/load', { params: { query: { weeks, ...(procedure !== '' && { procedure }) } } })),
  );
  return (
    <section aria-labelledby="charge" className="fr-mt-6w">
      <h2 id="charge">Charge des huit prochaines semaines</h2>
      <p>Ce que les dossiers en cours demandent, si chacun agit comme attendu. Ce qui est en retard compte dans la semaine en cours.</p>
      <Loaded resource={load}>{(data) => <LoadTables load={data} />}</Loaded>
    </section>
  );
}

function LoadTables({ load: { weeks: mondays, lines, unforeseen } }: { readonly load: Load }) {
  if (lines.length === 0) return <p>Rien n’est attendu de personne, ou rien n’est encore prévu.</p>;
  return (
    <>
      <ColumnChart
        title="Actes attendus, par semaine"
        unit="Semaine"
        counts="Actes"
        bars={mondays.map((monday, index) => ({
          key: monday,
          label: `Semaine du ${frenchDate(monday)}`,
          shortLabel: shortDay(monday),
          count: lines.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
        }))}
      />
      <DataTable
        caption="Charge par rôle, semaine par semaine"
        columns={columns(mondays, 'Rôle', roleOf)}
        rows={byRole(lines)}
        keyOf={({ role }) => role}
      />
      <DataTable
        caption="Charge par personne ou par groupe, semaine par semaine"
        columns={columns(mondays, 'Personne ou groupe', addresseeOf)}
        rows={lines.filter(({ person, group }) => person !== undefined || group !== undefined)}
        keyOf={({ role, person, group = '' }) => `${role} ${person?.id ?? ''} ${group}`}
      />
      {unforeseen.length > 0 && <Unforeseen cases={unforeseen} />}
    </>
  );
}

const columns = (mondays: readonly string[], title: string, nameOf: (line: Line) => string): readonly Column<Line>[] => [
  { title, cell: nameOf },
  ...mondays.map((monday, index) => ({
    title: `Semaine du ${shortDay(monday)}`,
    numeric: true,
    cell: ({ counts }: Line) => counts[index] ?? 0,
  })),
  { title: 'Total', numeric: true, cell: ({ total }) => total },
];

const roleOf = ({ roleLabel }: Line) => capital(roleLabel);
const addresseeOf = (line: Line) => `${line.person?.name ?? capital(line.group ?? '')} (${line.roleLabel.toLocaleLowerCase('fr')})`;

/** Lines added up by role, in the order of the lines. */
function byRole(lines: readonly Line[]): Line[] {
  const roles = new Map<string, Line>();
  for (const { role, roleLabel, counts, total } of lines) {
    const before = roles.get(role);
    roles.set(role, {
      role,
      roleLabel,
      counts: counts.map((count, index) => count + (before?.counts[index] ?? 0)),
      total: total + (before?.total ?? 0),
    });
  }
  return [...roles.values()];
}

/** `24/11` */
const shortDay = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;

function Unforeseen({ cases }: { readonly cases: Load['unforeseen'] }) {
  return (
    <details className="jalon-sum">
      <summary>Dossiers imprévisibles ({cases.length})</summary>
      <DataTable
        caption="Dossiers dont rien ne peut être prévu"
        columns={[
          {
            title: 'Dossier',
            cell: ({ ref, title }) => (
              <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
                {title}
              </AppLink>
            ),
          },
          { title: 'Pourquoi', cell: ({ why }) => why },
        ]}
        rows={cases}
        keyOf={({ ref }) => ref}
      />
    </details>
  );
}
