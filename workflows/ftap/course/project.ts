import { beforeLastDay, aFileId, type Course } from './course.js';
import { dayAfter } from './money.js';
import type { AccountContext, AccountReviewContext } from '../tasks/final-account.js';
import type { FollowUpContext } from '../tasks/follow-up.js';
import type { ReportContext } from '../tasks/report.js';

/** F9: each half-year is reported on, within the month. */
const reports: Course = {
  'half-year-report': ({ context }) => ({
    afterDays: 20,
    answer: {
      progress: 'Les modules sont conçus, les premiers agents sont inscrits.',
      values: Object.fromEntries((context as ReportContext).effects.map(({ key, target }) => [key, Math.round(target / 4)])),
      spentCents: 60_000_00,
      risks: 'Aucun.',
      documents: [],
    },
    by: 'applicant-1',
  }),
  'review-report': () => ({ afterDays: 6, answer: { verdict: 'accept' }, by: 'reviewer-1' }),
};

/** F10: everything was spent as planned. */
const account: Course = {
  'final-account': ({ context }) => ({
    afterDays: 60,
    answer: {
      spent: Object.fromEntries((context as AccountContext).lines.map(({ key, plannedCents }) => [key, plannedCents])),
      incomeCents: 0,
      report: 'La formation est en ligne et réutilisée par deux ministères.',
      documents: [aFileId],
    },
    by: 'applicant-1',
  }),
  'review-final-account': ({ context }) => ({
    afterDays: 8,
    answer: {
      verdict: 'accept',
      retained: Object.fromEntries((context as AccountReviewContext).lines.map(({ key, spentCents }) => [key, spentCents])),
    },
    by: 'reviewer-1',
  }),
  'free-commitment': (item) => ({ afterDays: 5, answer: { freedOn: dayAfter(item, 5) }, by: 'budget-1' }),
};

/** Every effect grows towards what was promised. */
const followUp: Course = {
  'measure-effects': (item) => {
    const { months, effects } = item.context as FollowUpContext;
    const share = Math.min(1, months / 36);
    const value = (from: number, to: number) => Math.round(from + (to - from) * share);
    return {
      afterHours: beforeLastDay(item) - 24 * 7,
      answer: {
        effects: Object.fromEntries(
          effects.map(({ key, baseline, target }) => [key, { value: value(baseline, target), documents: [aFileId], sameMethod: true }]),
        ),
      },
      by: 'applicant-1',
    };
  },
  'review-effects': () => ({ afterDays: 5, answer: { verdict: 'accept' }, by: 'reviewer-1' }),
};

export const project: Course = { ...reports, ...account, ...followUp };
