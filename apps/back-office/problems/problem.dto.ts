import { FieldMessages } from '../openapi/json-object.js';

/** RFC 9457, `application/problem+json`. Clients switch on `type`, never on the sentences. */
export class ProblemBody {
  /** `urn:jalon:problem:<code>` */
  type: string;
  title: string;
  status: number;
  /** What the person can do about it. */
  detail: string;
  requestId: string;
  @FieldMessages()
  fields?: Record<string, string>;
  /** Stored version of a draft that was changed elsewhere (draftChanged). */
  version?: number;
}
