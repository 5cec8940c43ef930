import type { Schemas } from '../api/client.js';

/** Something that a person has to do: a task to answer, or an event to record. */
export type ActRow = Pick<Schemas['TaskRow'], 'id' | 'label' | 'title' | 'ref' | 'applicantBody' | 'lastDay' | 'overdue' | 'stopped'> & {
  readonly href: string;
};

export const actOfTask = (task: Schemas['TaskRow']): ActRow => ({ ...task, href: `/taches/${task.id}` });

export const actOfEvent = (event: Schemas['ExpectedEventRow']): ActRow => ({
  ...event,
  id: `${event.ref}.${event.item}`,
  href: `/dossiers/${event.ref}/evenements/${event.item}`,
});
