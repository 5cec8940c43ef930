import { addDays, type CivilDate, daysBetween, weekday } from '#workflows/calendar/civil-date.js';
import type { Forecast } from '#workflows/kit/forecast.js';

/** How many weeks of work are kept: what is further away tells nothing about anybody's week. */
export const keptWeeks = 26;

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface ForecastRow {
  readonly case_ref: string;
  readonly as_of_seq: number;
  readonly ends_on: CivilDate | null;
  readonly outcome: string | null;
  readonly waits_for: string | null;
  readonly unforeseen: string | null;
  readonly holds_until: CivilDate | null;
}

export interface LoadRow {
  readonly case_ref: string;
  readonly week: CivilDate;
  readonly role: string;
  readonly person_id: string | null;
  readonly group_name: string | null;
  readonly count: number;
}

/** `aheadDays` is how far the case runs ahead of the service. */
export function forecastRow(ref: string, seq: number, forecast: Forecast, aheadDays = 0): ForecastRow {
  const { endsOn, outcome, waitsFor, unforeseen, holdsUntil } = forecast;
  return {
    case_ref: ref,
    as_of_seq: seq,
    ends_on: endsOn ?? null,
    outcome: outcome ?? null,
    waits_for: waitsFor.length > 0 ? waitsFor.join('\u202f; ') : null,
    unforeseen: unforeseen ?? null,
    holds_until: holdsUntil === undefined ? null : addDays(holdsUntil, -aheadDays),
  };
}

/** The Monday of the week of a day. */
export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekday(day));

/**
 * The acts of a forecast counted by week and addressee. `aheadDays` is how far the case runs ahead of the service: on a demonstration, its
 * today is the service's today. A person whom only the rehearsal invents is nobody: the act is their role's.
 */
export function loadRows(ref: string, { acts }: Forecast, today: CivilDate, aheadDays = 0): LoadRow[] {
  const counted = new Map<string, LoadRow>();
  for (const { on, role, person, group } of acts) {
    const week = mondayOf(addDays(on, -aheadDays));
    if (daysBetween(mondayOf(today), week) >= keptWeeks * 7) continue;
    const named = person !== undefined && isUuid.test(person) ? person : null;
    const key = [week, role, named, group].join('/');
    const before = counted.get(key) ?? { case_ref: ref, week, role, person_id: named, group_name: group ?? null, count: 0 };
    counted.set(key, { ...before, count: before.count + 1 });
  }
  return [...counted.values()];
}
