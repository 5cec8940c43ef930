import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { noSign } from '#workflows/reconversion/clocks.js';
import { reachOut } from '#workflows/reconversion/tasks/support.js';

/** What is handed in for the jury is handed in five working days before it [D]. */
const readingDays = 5;
/** From how many working days of slack on it is said [D]. */
const watchedDays = 10;

/** How much time is left before the next date that nothing moves. */
export interface Slack {
  readonly decideBy: CivilDate;
  readonly slackDays: number;
  readonly warning?: string;
}

/** Pure: « Décider avant le 12 mars 2026, sinon le jury du 19 mars 2026 est manqué. » */
export function slackBefore(juryOn: CivilDate, today: CivilDate, isUnderWay: boolean): Slack {
  const decideBy = addWorkingDays(juryOn, -readingDays, 'metropole');
  const slackDays = workingDaysBetween(today, decideBy);
  const isClose = isUnderWay && slackDays <= watchedDays;
  if (!isClose) return { decideBy, slackDays };
  const jury = `le jury du ${frenchDate(juryOn)}`;
  const warning =
    slackDays < 0
      ? `La date du ${frenchDate(decideBy)} est passée\u00a0: ${jury} risque d’être manqué.`
      : `Décider avant le ${frenchDate(decideBy)}, sinon ${jury} est manqué.`;
  return { decideBy, slackDays, warning };
}

/** Working days after the first day until the second, the second included; negative when it comes before. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = addWorkingDays(from, 1, 'metropole'); day <= to; day = addWorkingDays(day, 1, 'metropole')) count++;
  return count;
}

/** Working days without a sign before somebody cares (R4). */
const noSignDays = 10;

/** Since when a participant is silent, once that has been long enough for somebody to care; the case closes it by itself at any sign. */
export function silentSince({ waits }: CaseView): CivilDate | undefined {
  const asked = waits.find(({ kind, key }) => kind === 'task' && key === reachOut.key);
  if (asked) return (asked.context as { silentSince?: string } | undefined)?.silentSince ?? civilDateAt(asked.since);
  const nudged = waits.find(({ kind, key }) => kind === 'date' && key === 'after-nudge');
  if (nudged) return addWorkingDays(civilDateAt(nudged.since), -noSignDays, 'metropole');
  const clock = waits.find(({ kind, key }) => kind === 'clock' && key === noSign.key);
  return clock?.overdue ? clock.due?.from : undefined;
}
