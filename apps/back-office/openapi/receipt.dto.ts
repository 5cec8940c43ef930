/** The act is done and in the journal. */
export class Receipt {
  /** Number of the act's own entry in the journal. */
  seq: number;
}
