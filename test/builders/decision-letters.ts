import { appealDecision, appealReceipt, reasonsOfSilence } from '#activities/documents/letters/appeal.js';
import { completenessReceipt } from '#activities/documents/letters/completeness-receipt.js';
import type { LetterContext } from '#activities/documents/letters/letter-kind.js';
import { receipt } from '#activities/documents/letters/receipt.js';
import { withdrawalDecision, withdrawalNotice } from '#activities/documents/letters/withdrawal.js';

const reasons = ['Considérant que l’organisme n’est pas éligible au sens de l’article 2 du règlement de l’appel ;'];

/** The letters of completeness, of appeals and of the withdrawal of an award; `decided` is what every decision says of itself. */
export const decisionLetters = (context: LetterContext, decided: object) => ({
  receiptForInvestment: receipt.write(
    {
      receivedOn: '2026-03-02',
      implicitDecision: { on: '2026-11-02', direction: 'rejection', basis: 'décret n° 2018-514, article 7' },
      deemedAdmissibleOn: '2026-05-02',
    },
    context,
  ),
  completenessReceipt: completenessReceipt.write(
    { completeOn: '2026-03-10', missingPieces: [{ label: 'Statuts', basis: 'règlement de l’appel, article 5' }] },
    context,
  ),
  deemedAdmissible: completenessReceipt.write({ completeOn: '2026-05-03', deemed: true }, context),
  appealReceipt: appealReceipt.write(
    { against: 'refusal', receivedOn: '2026-07-01', remedies: 'court', silence: { on: '2026-09-01', basis: 'CRPA L231-4' } },
    context,
  ),
  arbitrationReceipt: appealReceipt.write({ against: 'refusal', receivedOn: '2026-07-01', remedies: 'arbitration' }, context),
  appealDecision: appealDecision.write(
    { ...decided, reasons, against: 'inadmissibility', lodgedOn: '2026-07-01', verdict: 'confirm' },
    context,
  ),
  appealUpheld: appealDecision.write({ ...decided, reasons, against: 'refusal', lodgedOn: '2026-07-01', verdict: 'annul' }, context),
  reasonsOfSilence: reasonsOfSilence.write({ ...decided, reasons, bornOn: '2026-05-02' }, context),
  withdrawalNotice: withdrawalNotice.write({ ...decided, unlawful: reasons[0], amountCents: 120_000_00, answerBy: '2026-07-16' }, context),
  withdrawal: withdrawalDecision.write(
    { ...decided, reasons, amountCents: 120_000_00, paidCents: 36_000_00, awardedOn: '2026-06-01' },
    context,
  ),
});
