import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Application } from '#workflows/ftap/application.js';
import { anApplication } from './ftap.js';

/** What an operator applies with to the demonstration's open call, but for its files. */
export function openCallApplication(title: string, requestedCents = 120_000_00): Omit<Application, 'pieces'> {
  const { pieces: _pieces, ...rest } = anApplication({
    project: { ...anApplication().project, title, startsOn: addDays(civilDateAt(Date.now()), 200), durationMonths: 12 },
    body: {
      name: 'Agence nationale de la cohésion des territoires',
      siret: '99900002900010',
      kind: 'operator',
      contactEmail: 'camille.exemple@exemple.gouv.invalid',
    },
    budget: { lines: [{ label: 'Conception', amountCents: requestedCents * 2, eligible: true }], amountCents: requestedCents },
  });
  return rest;
}
