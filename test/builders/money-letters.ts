import { amendment } from '#activities/documents/letters/amendment.js';
import { breachNotice, clawbackDecision } from '#activities/documents/letters/clawback.js';
import { closingStatement } from '#activities/documents/letters/closing-statement.js';
import { lapseDecision, lapseWarning, renouncing } from '#activities/documents/letters/ending.js';
import type { LetterContext } from '#activities/documents/letters/letter-kind.js';

/** The letters of a grant once it is awarded. */
export function moneyLetters(context: LetterContext, decided: object) {
  const ending = { ...decided, amountCents: 120_000_00, awardedOn: '2026-06-01' };
  const reasons = ['Article 5 de la convention : la formation est ouverte à toutes les administrations.', 'Elle reste fermée.'];
  return {
    lapseWarning: lapseWarning.write({ askedOn: '2026-06-02', lastDay: '2026-11-02' }, context),
    lapse: lapseDecision.write({ ...ending, reasons: ['La convention n’a pas été signée.'] }, context),
    renouncing: renouncing.write({ ...ending, reasons: ['Le projet est financé autrement.'] }, context),
    amendment: amendment.write(
      {
        version: 2,
        reasons: 'Deux ministères de plus rejoignent le projet.',
        endsOn: '2027-12-31',
        newEndsOn: '2028-06-30',
        amountCents: 120_000_00,
        newAmountCents: 140_000_00,
        capacity: 'la directrice interministérielle du numérique',
        signedForStateBy: '00000000-0000-4000-8000-000000000001',
      },
      context,
    ),
    breachNotice: breachNotice.write({ reasons: 'La formation reste fermée.', paidCents: 36_000_00, lastDay: '2027-03-01' }, context),
    clawback: clawbackDecision.write({ ...decided, reasons, awardedOn: '2026-06-01', amountCents: 10_000_00 }, context),
    closing: closingStatement.write(
      {
        lines: [
          { label: 'Conception', plannedCents: 250_000_00, spentCents: 240_000_00, retainedCents: 200_000_00 },
          { label: 'Matériel', plannedCents: 20_000_00, spentCents: 20_000_00 },
        ],
        incomeCents: 5_000_00,
        amountCents: 125_000_00,
        eligibleCents: 250_000_00,
        retainedCents: 200_000_00,
        dueCents: 100_000_00,
        paidCents: 80_000_00,
        clawedBackCents: 0,
        balanceCents: 20_000_00,
        reversalCents: 0,
        unusedCents: 25_000_00,
      },
      context,
    ),
  };
}
