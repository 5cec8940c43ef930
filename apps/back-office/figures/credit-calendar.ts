import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import type { CaseView, Wait } from '#workflows/kit/case-view.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { CreditCalendar, CreditKind, CreditMonth, ExpectedCredit } from './credits.dto.js';

/** An amount that was committed, paid or clawed back in a month. */
export interface MonthTotal {
  readonly month: string;
  readonly figure: 'committed' | 'paid' | 'clawedBack';
  readonly cents: number;
}

/** What an open case waits for before its credits are used; each carries the amount in its context. */
export const creditItems: Readonly<Record<string, CreditKind>> = {
  'record-commitment': 'commitment',
  'request-instalment': 'payment',
  'certify-service': 'payment',
  'order-payment': 'payment',
  'payment-confirmed': 'payment',
};

interface ClosingDays {
  readonly year: number;
  readonly lastCommitmentDay?: CivilDate;
  readonly lastPaymentDay?: CivilDate;
}

/** The days of a year on which the call's credits close. */
export const closingDays = (year: number, yearEnd: CallTerms['yearEnd']): ClosingDays => ({
  year,
  ...(yearEnd && { lastCommitmentDay: `${year}-${yearEnd.lastCommitment}`, lastPaymentDay: `${year}-${yearEnd.lastPayment}` }),
});

/** What a case still has to commit or to be paid in that year. What is late, or has no last day, is expected from today on. */
export function expectedCredits(view: CaseView, procedure: Procedure, days: ClosingDays, today: CivilDate): ExpectedCredit[] {
  return view.waits.flatMap((wait) => {
    const kind = creditItems[wait.key];
    const amountCents = amountOf(wait);
    if (kind === undefined || amountCents === undefined || wait.optional) return [];
    const lastDay = wait.due?.lastDay;
    if (Number(expectedOn(lastDay, today).slice(0, 4)) !== days.year) return [];
    const closing = kind === 'commitment' ? days.lastCommitmentDay : days.lastPaymentDay;
    return [
      {
        ref: view.ref,
        title: view.summary.title,
        item: wait.id,
        label: labelOf(procedure, wait.key),
        kind,
        amountCents,
        ...(lastDay !== undefined && { lastDay }),
        inTime: closing === undefined || (lastDay !== undefined && lastDay <= closing),
      },
    ];
  });
}

const expectedOn = (lastDay: CivilDate | undefined, today: CivilDate) => (lastDay === undefined || lastDay < today ? today : lastDay);

const labelOf = ({ tasks, events }: Procedure, key: string) => [...tasks, ...events].find((one) => one.key === key)?.label ?? key;

function amountOf({ context }: Wait): number | undefined {
  if (typeof context !== 'object' || context === null || !('amountCents' in context)) return undefined;
  return typeof context.amountCents === 'number' ? context.amountCents : undefined;
}

type Calendar = Omit<CreditCalendar, 'callId' | 'title'>;

/** The year month by month. What is late counts in the month that runs; what is due after the closing day is listed but not counted. */
export function creditCalendar(
  days: ClosingDays,
  done: readonly MonthTotal[],
  expected: readonly ExpectedCredit[],
  today: CivilDate,
): Calendar {
  const counted = expected.filter(({ inTime, lastDay }) => inTime && lastDay !== undefined);
  const monthOf = ({ lastDay }: ExpectedCredit) => expectedOn(lastDay, today).slice(0, 7);
  const months = Array.from({ length: 12 }, (_, index): CreditMonth => {
    const month = `${days.year}-${String(index + 1).padStart(2, '0')}`;
    const was = (figure: MonthTotal['figure']) =>
      sum(done.filter((one) => one.month === month && one.figure === figure).map(({ cents }) => cents));
    const due = (kind: CreditKind) => amountsOf(counted.filter((one) => one.kind === kind && monthOf(one) === month));
    return {
      month,
      committedCents: was('committed'),
      paidCents: was('paid'),
      clawedBackCents: was('clawedBack'),
      expectedCommittedCents: due('commitment'),
      expectedPaidCents: due('payment'),
    };
  });
  const total = (of: (month: CreditMonth) => number) => sum(months.map(of));
  return {
    ...days,
    months,
    committedCents: total((month) => month.committedCents),
    paidCents: total((month) => month.paidCents),
    expectedCommittedCents: total((month) => month.expectedCommittedCents),
    expectedPaidCents: total((month) => month.expectedPaidCents),
    expected: expected.toSorted((a, b) => (a.lastDay ?? '9').localeCompare(b.lastDay ?? '9') || a.ref.localeCompare(b.ref)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const amountsOf = (credits: readonly ExpectedCredit[]) => sum(credits.map(({ amountCents }) => amountCents));
