import { addDays } from '../../calendar/civil-date.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Grant } from '../grant.js';
import { nextHalfYearEnd } from '../half-years.js';
import { offerAmendments } from './amendment.r1.js';
import { payableCents, payInstalment } from './instalment.r1.js';
import { reportHalfYear } from './report.r1.js';

/**
 * The project runs: payments in the order of the call, half-yearly reports and amendments side by side, until its last day. Returns the
 * reports, some of which may still be under review.
 */
export async function runProject(file: CaseFile, grant: Grant): Promise<readonly Promise<void>[]> {
  const [reports] = await Promise.all([followCalendar(file, grant), payDuringProject(file, grant), offerAmendments(file, grant)]);
  return reports;
}

/** One payment after the other; the balance waits for the final account. */
async function payDuringProject(file: CaseFile, grant: Grant): Promise<void> {
  for (const [index, { kind, label, condition }] of grant.input.call.instalments.entries())
    if (kind !== 'balance') {
      const cents = () => payableCents(grant, grant.instalments[index]?.amountCents ?? 0);
      await payInstalment(file, grant, { kind, label, condition, cents });
    }
}

/** A report on each half-year that ends while the project runs, then its end, unless an amendment puts it off. */
async function followCalendar(file: CaseFile, grant: Grant): Promise<Promise<void>[]> {
  const reports: Promise<void>[] = [];
  let reportedUntil = grant.startsOn;
  while (!grant.isOver(file)) {
    const halfYear = nextHalfYearEnd(reportedUntil);
    if (halfYear < grant.endsOn) {
      await file.wait(addDays(halfYear, 1), 'half-year');
      reports.push(reportHalfYear(file, grant, halfYear));
      reportedUntil = halfYear;
    } else {
      await file.wait(addDays(grant.endsOn, 1), 'project-end');
      await grant.amendment;
    }
  }
  grant.projectEnds();
  return reports;
}
