import type { OpenItem, Play } from '#workflows/kit/rehearsal.js';
import type { Chance } from './chance.js';
import { officeTimeAfter } from './working-day.js';

const hourMs = 3_600_000;

/** The same act at an hour at which people work: some days earlier, where it was to be in time and would come too late. */
export function atOffice(item: OpenItem, play: Play, chance: Chance): Play {
  if (play === 'never') return play;
  const meant = ((play.afterDays ?? 0) * 24 + (play.afterHours ?? 0)) * hourMs;
  const last = (item.due?.firesAt ?? Infinity) - item.openedAt;
  const days = Math.floor(meant / (24 * hourMs));
  const hours = [0, 1, 2, 3]
    .filter((earlier) => earlier <= days)
    .map((earlier) => officeTimeAfter(item.openedAt, days - earlier, chance) - item.openedAt);
  const at = meant < last ? hours.find((hour) => hour < last) : hours[0];
  return { ...play, afterDays: 0, afterHours: (at ?? meant) / hourMs };
}
