import type { Procedure } from '../kit/procedure.js';
import { clocks, implicitRejection } from './clocks.js';
import { letters } from './documents.js';
import { grantReview } from './grant-review.r1.js';
import { ftapInput, reviewersOf, type FtapInput } from './input.js';
import { stages } from './stages.js';
import { checkCompleteness, supplyPieces } from './tasks/completeness.js';
import { moneyClocks } from './money-clocks.js';
import { moneyEvents, moneyTasks } from './money-tasks.js';
import { committeeHeard, promoted } from './tasks/committee.js';
import { appealLodged, decideAppeal, giveReasons, reasonsRequested, reviewAppeal } from './tasks/appeal.js';
import { decide } from './tasks/decision.js';
import { releaseNotice } from './tasks/notice.js';
import { decideWithdrawal, giveObservations, unlawfulnessFound } from './tasks/withdrawal.js';
import { expertOpinion, scoreApplication } from './tasks/instruction.js';
import { defaultPolicies } from '../kit/interventions.js';

/** FTAP, Campus desk, first revision. The fund and its calls are data; this is the procedure that they share. */
export const ftapR1: Procedure<FtapInput> = {
  id: 'ftap',
  revision: 'r1',
  label: 'Subvention FTAP – guichet Campus',
  inForceFrom: '2024-01-09',
  input: ftapInput,
  story: grantReview,
  stages,
  tasks: [
    checkCompleteness,
    supplyPieces,
    scoreApplication,
    expertOpinion,
    decide,
    releaseNotice,
    giveReasons,
    reviewAppeal,
    decideAppeal,
    giveObservations,
    decideWithdrawal,
    ...moneyTasks,
  ],
  events: [committeeHeard, promoted, appealLodged, reasonsRequested, unlawfulnessFound, ...moneyEvents],
  clocks: [...clocks, ...moneyClocks],
  documents: Object.values(letters),
  outcomes: {
    inadmissible: 'Irrecevable',
    noFurtherAction: 'Classé sans suite',
    refused: 'Refusé',
    withdrawnByAuthority: 'Attribution retirée',
    renounced: 'Renonciation du bénéficiaire',
    lapsed: 'Attribution caduque',
    clawedBack: 'Subvention reversée',
    completed: 'Achevé, effets mesurés',
  },
  waits: {
    'new-year-credits': 'Ouverture des crédits de l’année suivante',
    'half-year': 'Fin du semestre',
    'project-end': 'Fin du projet',
    effects: 'Prochaine mesure des effets',
  },
  summarise: ({ application: { project, body, budget }, callId, owner }) => ({
    title: project.title,
    owner,
    bodyName: body.name,
    siret: body.siret,
    callId,
    amountCents: budget.amountCents,
  }),
  zone: ({ call }) => call.zone,
  interventions: {
    // After the decision a withdrawal is an amendment or a repayment, not an intervention.
    withdraw: { ...defaultPolicies.withdraw, stages: ['filed', 'completeness', 'awaitingPieces', 'instruction', 'committee', 'decision'] },
    // The term of a decision may be extended by whoever takes it (décret 2018-514, art. 7).
    extend: { ...defaultPolicies.extend, by: [...defaultPolicies.extend.by, 'authority'] },
  },
  whenExtended: (file, _input, { item, lastDay, reason }) => {
    if (item.startsWith(implicitRejection.key)) file.tell({ role: 'applicant' }, 'decision-term-extended', { lastDay, reason });
  },
  whenWithdrawn: (file, { call }) => {
    file.tell({ role: 'applicant' }, 'withdrawn');
    file.tell(reviewersOf(call), 'withdrawn');
  },
};
