/** One way to say no: how HTTP says it, and how a person reads it. */
export interface ProblemKind {
  readonly status: number;
  /** In French, without a full stop. */
  readonly title: string;
  /** What the person can do, in French. */
  readonly help: string;
}
