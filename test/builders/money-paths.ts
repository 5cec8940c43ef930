import { addMonths } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { Course } from '#workflows/ftap/course/course.js';
import { dayAfter } from '#workflows/ftap/course/money.js';
import type { AmendableContext } from '#workflows/ftap/tasks/amendment.js';
import type { AccountReviewContext } from '#workflows/ftap/tasks/final-account.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import { aFileId } from './ftap.js';

const once =
  (play: Play): Course[string] =>
  ({ nth }) =>
    nth === 1 ? play : 'never';

const signs =
  (afterDays: number): Course[string] =>
  (item) => ({
    afterDays,
    answer: { choice: 'sign', signedOn: dayAfter(item, afterDays), signedBy: 'Directrice générale', documents: [] },
    by: 'applicant-1',
  });

export const breach = (afterDays: number): Course[string] =>
  once({
    afterDays,
    answer: { reasons: 'La formation n’est pas mise à la disposition des autres administrations.', documents: [aFileId] },
    by: 'manager-1',
  });

export const clawback =
  (decision: object): Course[string] =>
  () => ({
    afterDays: 10,
    answer: {
      ...decision,
      inLaw: 'Article 5 de la convention, et CRPA L242-2, 2°.',
      inFact: 'La formation reste fermée aux autres administrations.',
    },
    by: 'authority-1',
  });

/** Retains one tenth of what was spent. */
export const retainsLittle: Course[string] = ({ context }) => ({
  afterDays: 8,
  answer: {
    verdict: 'accept',
    retained: Object.fromEntries((context as AccountReviewContext).lines.map(({ key, spentCents }) => [key, Math.floor(spentCents / 10)])),
  },
  by: 'reviewer-1',
});

export const asksForMore: Course[string] = ({ nth, context }) => {
  if (nth > 2) return 'never';
  const { endsOn, amountCents } = context as AmendableContext;
  const asked = { reasons: 'Deux ministères de plus rejoignent le projet.', documents: [] };
  return {
    afterDays: 40,
    answer:
      nth === 1
        ? { ...asked, newEndsOn: addMonths(endsOn, 6), newAmountCents: amountCents + 20_000_00 }
        : { ...asked, budgetShift: 'De la conception vers l’essai, sans changer le total.' },
    by: 'applicant-1',
  };
};

/** On 15 December of the year in which it is asked: after the year's last payment. */
export const inMidDecember: Course[string] = ({ openedAt }) => ({
  afterHours: (instantAt(`${civilDateAt(openedAt).slice(0, 4)}-12-15`, '11:00') - openedAt) / 3_600_000,
  answer: { verdict: 'certify' },
  by: 'reviewer-1',
});

/** The paths of a grant once it is awarded. */
export const moneyPaths: Readonly<Record<string, Course>> = {
  'report late, payments held until it is accepted': {
    'half-year-report': ({ context, nth }) => ({
      afterDays: nth === 1 ? 170 : 20,
      answer: {
        progress: 'Les modules sont conçus, avec retard.',
        values: Object.fromEntries((context as { effects: { key: string }[] }).effects.map(({ key }) => [key, 10])),
        spentCents: 60_000_00,
        risks: 'Le prestataire a changé.',
        documents: [],
      },
      by: 'applicant-1',
    }),
    'review-report': ({ nth }) => ({
      afterDays: 5,
      answer:
        nth === 1
          ? { verdict: 'complete', missing: 'Le détail des dépenses.' }
          : { verdict: 'alert', concern: 'Le calendrier ne tiendra pas.' },
      by: 'reviewer-1',
    }),
  },
  'amendment accepted, another refused': {
    'amendment-requested': asksForMore,
    'decide-amendment': ({ nth }) => ({
      afterDays: 5,
      answer:
        nth === 1
          ? { decision: 'accept', why: 'Le projet garde son objet.' }
          : { decision: 'refuse', reasons: 'L’essai est déjà financé par ailleurs.' },
      by: 'authority-1',
    }),
  },
  'clawback of a part': { 'breach-found': breach(60), 'decide-clawback': clawback({ decision: 'partial', amountCents: 10_000_00 }) },
  'clawback of everything, without observations': {
    'breach-found': breach(60),
    'written-observations': () => 'never',
    'decide-clawback': clawback({ decision: 'total' }),
  },
  'convention modified, then renounced': {
    'sign-convention': ({ nth }) => ({
      afterDays: 4,
      answer:
        nth === 1
          ? { choice: 'modify', what: 'Article 5 : un rapport par an.', why: 'Le projet est court.' }
          : { choice: 'renounce', reasons: 'Le projet est financé autrement.' },
      by: 'applicant-1',
    }),
  },
  'convention never signed: more time, then lapse': {
    'sign-convention': () => 'never',
    'decide-lapse': ({ nth }) => ({
      afterDays: 3,
      answer:
        nth === 1
          ? { decision: 'moreTime', workingDays: 20, why: 'Le conseil d’administration siège bientôt.' }
          : { decision: 'lapse', reasons: 'Article 6 du règlement : la convention n’est pas signée.' },
      by: 'authority-1',
    }),
  },
  'convention signed after the warning; commitment rejected once': {
    'sign-convention': signs(135),
    'record-commitment': (item) => ({
      afterDays: 2,
      answer:
        item.nth === 1
          ? { result: 'rejected', reasons: 'L’imputation budgétaire est erronée.' }
          : { result: 'recorded', ejNumber: '2100000042', committedOn: dayAfter(item, 2) },
      by: 'budget-1',
    }),
  },
  'final account with a reversal': { 'review-final-account': retainsLittle },
  'payment that waits for the new year': { 'certify-service': inMidDecember },
  'effects measured once in three': { 'measure-effects': (item) => (item.nth === 2 ? measures(item.context) : 'never') },
};

const measures = (context: unknown): Play => ({
  afterDays: 30,
  answer: {
    effects: Object.fromEntries(
      (context as { effects: { key: string }[] }).effects.map(({ key }) => [
        key,
        {
          value: 210,
          documents: [],
          noEvidence: 'La plateforme a été remplacée.',
          sameMethod: false,
          otherMethod: 'Décompte par enquête auprès des services.',
        },
      ]),
    ),
  },
  by: 'applicant-1',
});
