import { defaultPolicies } from '../kit/interventions.js';
import type { Procedure } from '../kit/procedure.js';
import { documents } from './documents.js';
import { coachOf, direction, hostOf, reviewInput, type ReviewInput } from './input.js';
import { reviewExperiment } from './review-experiment.r1.js';
import { stages } from './stages.js';
import { contribute } from './tasks/contribute.js';
import { confirmOutcome, decideOutcome, proposeOutcome, verdicts } from './tasks/decide.js';

/** The review of the trial of reconversion journeys, to its go or no-go for a public contract of their own. */
export const reconversionReviewR1: Procedure<ReviewInput> = {
  id: 'reconversion-review',
  revision: 'r1',
  label: 'Bilan de l’expérimentation des reconversions',
  inForceFrom: '2024-01-09',
  input: reviewInput,
  story: reviewExperiment,
  stages,
  tasks: [contribute, proposeOutcome, decideOutcome, confirmOutcome],
  events: [],
  clocks: [],
  documents: Object.values(documents),
  opening: 'Bilan ouvert, chiffres arrêtés',
  outcomes: verdicts,
  summarise: ({ title, manager }) => ({ title, owner: manager }),
  runByOwner: true,
  interventions: {
    // Opened with the wrong years, it is given up and opened again: figures are frozen once.
    withdraw: {
      ...defaultPolicies.withdraw,
      label: 'Abandonner le bilan',
      by: ['programManager'],
      stages: [stages.contributions.id, stages.recommendation.id],
    },
    transfer: { ...defaultPolicies.transfer, by: [], askedBy: [] },
  },
  whenWithdrawn: (file, input) => {
    for (const to of [direction, coachOf(input), hostOf(input)]) file.tell(to, 'review-withdrawn');
  },
};
