import type { DecisionContext } from '../tasks/decision.js';
import type { Course } from './course.js';

/** F5. */
export const decision: Course = {
  decide: ({ context }) => {
    const { proposedCents, requestedCents } = context as DecisionContext;
    return {
      afterDays: 3,
      answer: { decision: 'award', amountCents: proposedCents ?? requestedCents, why: 'Le projet répond aux critères de l’appel.' },
      by: 'authority-1',
    };
  },
};
