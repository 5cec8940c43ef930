export class RunningCase {
  ref: string;
  title: string;
  stageLabel: string;
}

export class CallProgress {
  /** Applications being written: they are never filed by force. */
  drafts: number;
  filed: number;
  /** Paid, and followed up until the last measure of their effects. */
  followedUp: number;
  closed: number;
  /** What must end before the call can be settled. */
  running: RunningCase[];
  /** Awarded, and not returned to the envelope. */
  usedCents: number;
  remainingCents: number;
}
