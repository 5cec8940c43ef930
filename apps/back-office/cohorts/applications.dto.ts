import { IsOptional, IsUUID } from 'class-validator';
import { JsonObject } from '../openapi/json-object.js';

/** Where the files of an application are put until it is sent. */
export class ApplicationDraft {
  draftId: string;
}

export class NewApplication {
  @IsUUID()
  draftId: string;

  /** Answers of the application's form, with the track where there are several. */
  @JsonObject()
  application: Record<string, unknown>;

  /** Who answers for the employer; left out, whoever holds the role. */
  @IsOptional()
  @IsUUID()
  employer?: string;
}

export class Applied {
  /** Reference of the case that the application opened. */
  ref: string;
}
