import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Entry, EntryOf, EntryType, Intervention } from '#workflows/kit/journal.js';
import type { Role } from '#workflows/kit/people.js';
import type { Rehearsal, ScheduledAct } from '#workflows/kit/rehearsal.js';

export const act = (day: string, by: string, role: Role, what: ScheduledAct['act']): ScheduledAct => ({
  at: instantAt(day, '15:20'),
  by,
  roles: [role],
  act: what,
});
export const intervene = (day: string, intervention: Intervention, by = 'manager-1', role: Role = 'programManager') =>
  act(day, by, role, { kind: 'intervene', intervention });

export const all = <T extends EntryType>({ journal }: Rehearsal, type: T) =>
  journal.filter((entry): entry is EntryOf<T> & Entry => entry.type === type);
export const asked = (rehearsal: Rehearsal, task: string) => all(rehearsal, 'asked').filter((entry) => entry.task === task);
export const stages = (rehearsal: Rehearsal) => all(rehearsal, 'entered').map(({ stage }) => stage);
export const told = (rehearsal: Rehearsal) => all(rehearsal, 'told').map(({ template }) => template);
export const letters = (rehearsal: Rehearsal) => all(rehearsal, 'produced').map(({ document }) => document);
