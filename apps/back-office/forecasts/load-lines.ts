import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { Role } from '#workflows/kit/people.js';
import { roleTitles } from '../people/role-titles.js';
import { groupLabel } from '../procedures.js';
import type { LoadLine } from './forecasts.dto.js';

/** Acts of one addressee in one week, of all cases of a procedure together. */
export interface CountedWeek {
  readonly procedure: string;
  readonly week: CivilDate;
  readonly role: Role;
  readonly person_id: string | null;
  readonly group_name: string | null;
  readonly count: number;
}

/** People whom cases are about, or who answer for them elsewhere: their acts are counted, not who they are. */
const outside: ReadonlySet<Role> = new Set(['applicant', 'participant', 'director', 'employer', 'apiClient']);

/** One line for each person, each group, and each role that nobody was named for. Pure. */
export function loadLines(counted: readonly CountedWeek[], weeks: readonly CivilDate[], names: ReadonlyMap<string, string>): LoadLine[] {
  const lines = new Map<string, LoadLine>();
  for (const { procedure, week, role, person_id: id, group_name, count } of counted) {
    const index = weeks.indexOf(week);
    if (index < 0) continue;
    const group = group_name === null ? undefined : groupLabel(procedure, group_name);
    const name = id === null || outside.has(role) ? undefined : names.get(id);
    const key = [role, name === undefined ? '' : id, group ?? ''].join('/');
    const line = lines.get(key) ?? {
      role,
      roleLabel: roleTitles[role],
      ...(id !== null && name !== undefined && { person: { id, name } }),
      ...(group !== undefined && { group }),
      counts: weeks.map(() => 0),
      total: 0,
    };
    line.counts[index] = (line.counts[index] ?? 0) + count;
    line.total += count;
    lines.set(key, line);
  }
  const ofRole = (role: Role) => [...lines.values()].reduce((sum, line) => sum + (line.role === role ? line.total : 0), 0);
  const order = [...new Set([...lines.values()].map(({ role }) => role))].sort((a, b) => ofRole(b) - ofRole(a));
  return [...lines.values()].sort(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || b.total - a.total || nameOf(a).localeCompare(nameOf(b)),
  );
}

const nameOf = ({ person, group = '' }: LoadLine) => person?.name ?? group;
