import { addDays, weekday } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { names } from '../inbox/inbox-query.js';
import { AppLink } from '../layout/app-link.js';

/** How much there is to do, in figures that lead to the lists. */
export function Workload() {
  const { data } = useResource('counts', () => ask(api.GET('/api/tasks/counts')));
  if (!data) return null;
  const today = civilDateAt(Date.now());
  const sunday = addDays(today, 7 - weekday(today));
  const figures = [
    { value: data.mine, label: 'à mon nom', href: '/taches' },
    { value: data.groups, label: 'pour mes groupes', href: '/taches?vue=groups' },
    // Late by the case's own clock, which may be ahead of today: the list is not narrowed by a date. It begins with them.
    { value: data.overdue, label: 'en retard', href: '/taches?vue=all' },
    { value: data.dueThisWeek, label: 'à rendre cette semaine', href: `/taches?vue=all&${names.dueBefore}=${sunday}` },
  ];
  return (
    <ul className="fr-raw-list jalon-figures" aria-label="Mes tâches en chiffres">
      {figures.map(({ value, label, href }) => (
        <li key={label}>
          <AppLink href={href} className="jalon-figure">
            <strong>{value}</strong> {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
