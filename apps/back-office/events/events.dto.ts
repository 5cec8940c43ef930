/** An event that a person is expected to record on one case. */
export class ExpectedEventRow {
  ref: string;
  title: string;
  applicantBody?: string;
  procedure: string;
  item: string;
  label: string;
  /** Civil date. */
  lastDay?: string;
  overdue: boolean;
  stopped: boolean;
}
