import { typicalCourse } from '#workflows/ftap/course/index.js';
import type { Course } from '#workflows/ftap/course/course.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { DecisionContext } from '#workflows/ftap/tasks/decision.js';
import type { Play } from '#workflows/kit/rehearsal.js';
import * as turns from '../../seed-turns.js';
import type { Fate } from './plan.js';

const missingMandate = {
  verdict: 'pieces',
  missing: ['mandate'],
  daysGiven: 30,
  comment: 'La délégation jointe a expiré\u00a0: envoyez celle en vigueur.',
};
const closedFile = {
  verdict: 'noFurtherAction',
  reasons: 'La délégation de signature demandée n’est pas parvenue dans le délai donné.',
};

/** The mandate is asked for at the first check; what comes of it is said at the second. */
const askForMandate: Course[string] = (item) =>
  item.nth === 1 ? { afterDays: 4, answer: missingMandate, by: 'reviewer-1' } : (typicalCourse['check-completeness']?.(item) ?? 'never');
const closeFile: Course[string] = (item) => (item.nth === 1 ? askForMandate(item) : { afterDays: 5, answer: closedFile, by: 'reviewer-1' });

/** Against it the first time; after an appeal, the authority follows the other view. */
const refuseOnce: Course[string] = (item) => (item.nth === 1 ? turns.refuse(item) : (typicalCourse.decide?.(item) ?? 'never'));
const annul: Course[string] = ({ to }) => ({
  afterDays: 6,
  answer: { verdict: 'annul', reasons: 'Les dépenses en cause relèvent de l’essai, que l’article 3 du règlement admet.' },
  by: `${to?.role ?? 'authority'}-1`,
});

/** What people do otherwise than on the typical course. */
const courses: Readonly<Record<Fate, (input: FtapInput) => Course>> = {
  goesWell: () => ({}),
  pieces: () => ({ 'check-completeness': askForMandate }),
  piecesNever: () => ({ 'check-completeness': closeFile, 'supply-pieces': turns.never }),
  withdrawn: () => ({}),
  refused: () => ({ decide: turns.refuse }),
  refusedThenAnnulled: () => ({ decide: refuseOnce, 'appeal-lodged': turns.appeal, 'decide-appeal': annul }),
  refusedInSilence: () => ({ decide: turns.refuse, 'appeal-lodged': turns.appeal, 'review-appeal': turns.never }),
  renounced: () => ({ 'sign-convention': turns.renounce }),
  clawedBack: ({ application }) => ({
    'breach-found': turns.breach,
    // Within the advance, which is what has been paid by then.
    'decide-clawback': turns.takeBack(Math.round(application.budget.amountCents * 0.15)),
  }),
  moreTime: () => ({ 'amendment-requested': turns.askForTime }),
  reportLate: () => ({ 'half-year-report': turns.never }),
  paysForJourneys: () => ({}),
};

/** The authority follows the committee, which may have been against it for want of money. */
const follow: Course[string] = (item) =>
  (item.context as DecisionContext).proposedCents === undefined ? noMoneyLeft : (typicalCourse.decide?.(item) ?? 'never');
const noMoneyLeft: Play = {
  afterDays: 4,
  answer: {
    decision: 'refuse',
    inLaw: 'Règlement de l’appel, article 6\u00a0: les subventions sont attribuées dans la limite de l’enveloppe.',
    inFact: 'L’enveloppe de l’appel est épuisée, et aucun crédit n’est revenu avant la dernière séance du comité.',
  },
  by: 'authority-1',
};

export const courseOf = (fate: Fate, input: FtapInput): Course => ({ ...typicalCourse, decide: follow, ...courses[fate](input) });

/** The committee is against what the authority then refuses. */
export const isUnfavourable = (fate: Fate): boolean => fate.startsWith('refused');
