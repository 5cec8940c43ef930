import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { Application } from '#workflows/ftap/application.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Entry, EntryOf, EntryType, Intervention } from '#workflows/kit/journal.js';
import type { Role } from '#workflows/kit/people.js';
import { rehearse, type OpenItem, type Play, type Rehearsal, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { ftapInput, players } from './ftap.js';

type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

/** A grant filed on 5 February 2024, in which everybody plays well but for what is changed. */
export const run = (
  plays: Plays = {},
  {
    call = {},
    application = {},
    acts = [],
    until,
    start = instantAt('2024-02-05', '10:00'),
  }: { call?: Partial<CallTerms>; application?: Partial<Application>; acts?: ScheduledAct[]; until?: number; start?: number } = {},
): Promise<Rehearsal> =>
  rehearse(
    ftapR1,
    { name: 'ftap', ref: 'FTAP-2024-000001', input: ftapInput({ call, application }), start, play: players(plays), acts },
    until === undefined ? {} : { until },
  );

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
