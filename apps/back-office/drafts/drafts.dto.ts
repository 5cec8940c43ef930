import { IsInt, IsUUID, Min } from 'class-validator';
import { FieldMessages, JsonObject } from '../openapi/json-object.js';

export class NewDraft {
  @IsUUID()
  callId: string;
}

export class DraftSummary {
  id: string;
  procedure: string;
  callId: string;
  callTitle: string;
  /** Last day to file, a civil date. */
  closesOn: string;
  title?: string;
  /** Reference of the case, once filed. */
  caseRef?: string;
  version: number;
  updatedAt: string;
}

export class DraftView extends DraftSummary {
  @JsonObject()
  content: Record<string, unknown>;
  /** What is still missing before the draft can be filed, by path. */
  @FieldMessages()
  errors: Record<string, string>;
}

export class DraftChange {
  @JsonObject()
  content: Record<string, unknown>;
  /** Version that was read; refused when the draft has moved since. */
  @IsInt()
  @Min(1)
  version: number;
}

export class DraftVersion {
  version: number;
}

export class Filed {
  ref: string;
}
