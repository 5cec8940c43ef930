import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { DataTable } from '../layout/data-table.js';
import { AimBar } from './aim-bar.js';
import { counted } from './board-words.js';

/** Directors who have started and whose year is closed, against how many are to follow it. */
export function DirectorsCoverage({ aim }: { readonly aim: Schemas['BoardAim'] }) {
  const { people, source, asOf, started, closed } = aim;
  const parts = [
    { label: 'Années commencées', count: started },
    { label: 'Années closes', count: closed },
  ];
  const shown = parts.flatMap(({ label, count }) => (count === undefined ? [] : [{ label, count }]));
  return (
    <section aria-labelledby="objectif-directeurs">
      <h3 id="objectif-directeurs">Directeurs à accompagner</h3>
      <p>
        Objectif&nbsp;: {people} directeurs d’administration centrale ({source}, {frenchDate(asOf)}).
      </p>
      {shown.length > 0 && <AimBar title="Directeurs" parts={shown} aim={[people]} />}
      <details className="jalon-sum fr-mb-3w">
        <summary>Voir le tableau&nbsp;: directeurs</summary>
        <DataTable
          caption={`Directeurs, sur ${people}`}
          columns={[
            { title: 'Ce qui est compté', cell: ({ label }) => label },
            { title: 'Directeurs', numeric: true, cell: ({ count }) => counted(count) },
          ]}
          rows={parts}
          keyOf={({ label }) => label}
        />
      </details>
    </section>
  );
}
