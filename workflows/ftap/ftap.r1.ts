import type { Procedure } from '../kit/procedure.js';
import { decisionPromise, implicitRejection } from './clocks.js';
import { letters } from './documents.js';
import { grantReview } from './grant-review.r1.js';
import { ftapInput, reviewersOf, type FtapInput } from './input.js';
import { stages } from './stages.js';
import { checkCompleteness, supplyPieces } from './tasks/completeness.js';
import { conventionSigned, paymentConfirmed, recordCommitment } from './tasks/convention.js';
import { committeeHeard, promoted } from './tasks/committee.js';
import { decide } from './tasks/decision.js';
import { certifyService, orderPayment, requestInstalment } from './tasks/instalment.js';
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
    recordCommitment,
    requestInstalment,
    certifyService,
    orderPayment,
  ],
  events: [committeeHeard, promoted, conventionSigned, paymentConfirmed],
  clocks: [implicitRejection, decisionPromise],
  documents: Object.values(letters),
  outcomes: {
    inadmissible: 'Irrecevable',
    noFurtherAction: 'Classé sans suite',
    refused: 'Refusé',
    firstInstalmentPaid: 'Avance versée',
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
  },
  whenWithdrawn: (file, { call }) => {
    file.tell({ role: 'applicant' }, 'withdrawn');
    file.tell(reviewersOf(call), 'withdrawn');
  },
};
