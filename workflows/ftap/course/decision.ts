import type { DecisionContext } from '../tasks/decision.js';
import type { Course } from './course.js';

/** F5: the authority follows the committee, reads the letter again the next day and lets it go. */
export const decision: Course = {
  decide: ({ context }) => {
    const { proposedCents, requestedCents } = context as DecisionContext;
    return {
      afterDays: 3,
      answer: { decision: 'award', amountCents: proposedCents ?? requestedCents, why: 'Le projet répond aux critères de l’appel.' },
      by: 'authority-1',
    };
  },
  'release-notice': () => ({ afterDays: 1, answer: { verdict: 'notify' }, by: 'authority-1' }),
  // What somebody may do is not done; once it was, it goes on like this.
  'give-reasons': () => ({
    afterDays: 10,
    answer: {
      inLaw: 'Article 6 du règlement de l’appel\u00a0: coût maîtrisé.',
      inFact: 'L’instruction de la demande n’est pas terminée.',
    },
    by: 'authority-1',
  }),
  'review-appeal': () => ({
    afterDays: 12,
    answer: { conclusions: 'Les arguments présentés ne changent pas l’appréciation portée sur le projet.' },
    by: 'reviewer-9',
  }),
  'decide-appeal': ({ to }) => ({
    afterDays: 5,
    answer: { verdict: 'confirm', reasons: 'Le recours n’apporte aucun élément nouveau sur le coût du projet.' },
    by: `${to?.role ?? 'authority'}-1`,
  }),
  'give-observations': () => ({
    afterDays: 8,
    answer: { observations: 'La dépense en cause est éligible au sens du règlement.', documents: [] },
    by: 'applicant-1',
  }),
  'decide-withdrawal': () => ({
    afterDays: 4,
    answer: { verdict: 'maintain', reasons: 'Les observations établissent que l’attribution est régulière.' },
    by: 'authority-1',
  }),
};
