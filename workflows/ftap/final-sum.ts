/** What a final account comes to, in cents. */
export interface FinalSum {
  readonly retainedCents: number;
  /** The grant that is due at last. */
  readonly dueCents: number;
  /** Still to be paid, or else to come back. */
  readonly balanceCents: number;
  readonly reversalCents: number;
  /** Credits that nobody will use: what was awarded beyond what is due or was paid. */
  readonly unusedCents: number;
}

interface Sums {
  /** The grant as amended, less what was clawed back. */
  readonly amountCents: number;
  /** Eligible cost that the grant was computed on. */
  readonly eligibleCents: number;
  readonly retainedCents: number;
  /** What the beneficiary holds. */
  readonly heldCents: number;
}

/** The same share of what is retained as of what was planned, and never more than the grant (décret n° 2018-514, art. 8). */
export function finalSum({ amountCents, eligibleCents, retainedCents, heldCents }: Sums): FinalSum {
  const dueCents = Math.min(amountCents, shareOf(amountCents, retainedCents, eligibleCents));
  return {
    retainedCents,
    dueCents,
    balanceCents: Math.max(0, dueCents - heldCents),
    reversalCents: Math.max(0, heldCents - dueCents),
    // What was paid in excess comes back by an order of recovery; it cannot be freed as well.
    unusedCents: amountCents - Math.max(dueCents, heldCents),
  };
}

/** `amount × retained ÷ eligible`, rounded down; the product is beyond what a double holds exactly. */
const shareOf = (amountCents: number, retainedCents: number, eligibleCents: number): number =>
  eligibleCents === 0 ? 0 : Number((BigInt(amountCents) * BigInt(retainedCents)) / BigInt(eligibleCents));
