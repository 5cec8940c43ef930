import { frenchDate, frenchDay } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { percent } from '../french/amounts.js';
import { type Column, DataTable } from '../layout/data-table.js';

type Cohort = Schemas['CohortView'];
type Session = Schemas['CohortSessionView'];
type Coach = Schemas['CohortCoachView'];

const sessionColumns: readonly Column<Session>[] = [
  { title: 'Session', cell: ({ title }) => title },
  { title: 'Date', cell: ({ on }) => frenchDay(on) },
  { title: 'Lieu', cell: ({ placeLabel }) => placeLabel },
  { title: 'Formateur', cell: ({ trainerName }) => trainerName ?? '–' },
];

const coachColumns: readonly Column<Coach>[] = [
  { title: 'Coach', cell: ({ person }) => person.name },
  { title: 'Accompagne', numeric: true, cell: ({ held }) => held },
  { title: 'Au plus', numeric: true, cell: ({ load }) => load },
];

/** Dates, places and people of a cohort. */
export function CohortPlan({ cohort }: { readonly cohort: Cohort }) {
  const { plan, sessions, coaches, jury, quorum, resitBy } = cohort;
  return (
    <section className="fr-mt-4w" aria-labelledby="calendrier">
      <h2 id="calendrier" className="fr-h4">
        Calendrier et équipe
      </h2>
      <p>
        Début le {frenchDay(plan.startsOn)}. Jury le {frenchDay(plan.jury.on)}, seconde séance le {frenchDate(resitBy)}&nbsp;:{' '}
        {jury.map(({ name }) => name).join(', ')}. Quorum de {percent(quorum)} des membres qui peuvent juger chaque participant&nbsp;; un
        coach ne juge jamais une personne qu’il accompagne.
      </p>
      {sessions.length > 0 && (
        <DataTable
          caption="Sessions de la cohorte"
          columns={sessionColumns}
          rows={[...sessions].sort((a, b) => a.on.localeCompare(b.on))}
          keyOf={({ id }) => id}
        />
      )}
      <DataTable caption="Coachs et participants accompagnés" columns={coachColumns} rows={coaches} keyOf={({ person }) => person.id} />
    </section>
  );
}
