import type { CivilDate } from '../../calendar/civil-date.js';
import { days, workingDays, type Term } from '../../calendar/term.js';
import type { CaseFile, Reminder } from '../../kit/case-file.js';
import { effectsPromised } from '../effects-to-measure.js';
import type { Grant } from '../grant.js';
import { applicant, applicants, reviewersOf } from '../input.js';
import { reportLate } from '../money-clocks.js';
import { halfYearReport, reviewReport, type HalfYearReport } from '../tasks/report.js';

/** F9: a reminder fifteen and five days before the last day, on it, and a week after [D]. */
const reminders: readonly Reminder[] = [
  { before: 15, unit: 'days' },
  { before: 5, unit: 'days' },
  { before: 0, unit: 'days' },
  { after: 7, unit: 'days' },
];

/** Days after the last day of a report at which payments are held [D]. */
const patience = 15;

/**
 * F9: thirty days after the end of a half-year the beneficiary reports; a reviewer accepts, asks for what is missing, or accepts and warns
 * the program manager. A report that is fifteen days late holds the payments until one is accepted.
 */
export async function reportHalfYear(file: CaseFile, grant: Grant, until: CivilDate): Promise<void> {
  let missing: string | undefined;
  const lifts: (() => void)[] = [];
  let from = until;
  let term = days(30);
  for (;;) {
    const hold = holdWhenLate(file, grant, { from, term, until });
    await askForReport(file, grant, { until, from, term, missing });
    lifts.push(...hold());
    const { answer } = await file.ask(reviewReport, {
      to: reviewersOf(grant.input.call),
      within: workingDays(15),
      except: applicants(grant.input),
      context: { until },
    });
    if (answer.verdict === 'alert') file.tell({ role: 'programManager' }, 'report-alert', { until, concern: answer.concern });
    if (answer.verdict !== 'complete') break;
    ({ missing } = answer);
    file.tell(applicant, 'report-incomplete', { until, missing });
    from = file.today();
    term = days(15);
  }
  if (lifts.length === 0) return;
  for (const lift of lifts) lift();
  file.tell(applicant, 'credits-released', { until });
}

const askForReport = (
  file: CaseFile,
  grant: Grant,
  { until, from, term, missing }: { until: CivilDate; from: CivilDate; term: Term; missing: string | undefined },
): Promise<{ answer: HalfYearReport }> =>
  file.ask(halfYearReport, {
    to: applicant,
    within: term,
    countedFrom: from,
    reminders,
    context: { until, effects: effectsPromised(grant.input), ...(missing !== undefined && { missing }) },
  });

/** Holds the payments when the report is still not there; what it returns is called once it is, and gives what lifts the hold, if one was placed. */
function holdWhenLate(
  file: CaseFile,
  grant: Grant,
  { from, term, until }: { from: CivilDate; term: Term; until: CivilDate },
): () => readonly (() => void)[] {
  const clock = file.clock(reportLate, { from, term: days(term.n + patience) });
  const placed: (() => void)[] = [];
  void clock.expiry.then(() => {
    placed.push(grant.holds.place());
    file.tell(applicant, 'credits-held', { until });
    file.tell({ role: 'programManager' }, 'credits-held', { until });
  });
  return () => {
    clock.end();
    return placed;
  };
}
