import { OptionalJsonObject } from '../openapi/json-object.js';

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

/** What a person has begun to write about an event. */
export class EventDraft {
  @OptionalJsonObject()
  draft?: Record<string, unknown>;
  /** Version of that draft; 0 when none is begun. */
  draftVersion: number;
}
