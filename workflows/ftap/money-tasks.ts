import { amendmentRequested, committeeAmendmentOpinion, decideAmendment, signAmendment } from './tasks/amendment.js';
import { breachFound, decideClawback, recordRecoveryOrder, writtenObservations } from './tasks/clawback.js';
import { answerBudgetControl, freeCommitment, recordCommitment } from './tasks/commitment.js';
import { answerModification, countersignConvention, decideLapse, signConvention } from './tasks/convention.js';
import { finalAccount, reviewFinalAccount } from './tasks/final-account.js';
import { measureEffects, reviewEffects } from './tasks/follow-up.js';
import { journeyTold } from './tasks/funded-journeys.js';
import { certifyService, orderPayment, paymentConfirmed, paymentsReleased, requestInstalment } from './tasks/instalment.js';
import { halfYearReport, reviewReport } from './tasks/report.js';

/** What is asked once the award is made, in the order of the procedure. */
export const moneyTasks = [
  signConvention,
  answerModification,
  decideLapse,
  countersignConvention,
  recordCommitment,
  answerBudgetControl,
  requestInstalment,
  certifyService,
  orderPayment,
  halfYearReport,
  reviewReport,
  committeeAmendmentOpinion,
  decideAmendment,
  signAmendment,
  writtenObservations,
  decideClawback,
  recordRecoveryOrder,
  finalAccount,
  reviewFinalAccount,
  freeCommitment,
  measureEffects,
  reviewEffects,
];

/** What comes from outside meanwhile, or may come. */
export const moneyEvents = [paymentConfirmed, paymentsReleased, amendmentRequested, breachFound, journeyTold];
