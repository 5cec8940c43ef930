import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { eligibilityRules } from '#workflows/ftap/eligibility.js';
import { FieldMessages, JsonObject } from '../openapi/json-object.js';
import { participationRights } from '../permissions/participation.js';
import { CoApplicant } from './co-applicants.dto.js';
import type { DraftRight } from './draft-access.js';
import { largestNumber } from '../openapi/entry-number.pipe.js';

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
  /** Who began it. */
  ownerName: string;
  /** What who is asking may do with it. */
  @ApiProperty({ enum: ['owner', ...participationRights], enumName: 'DraftRight' })
  right: DraftRight;
}

/** One condition of the call. */
export class EligibilityCondition {
  @ApiProperty({ enum: eligibilityRules, enumName: 'EligibilityRule' })
  rule: (typeof eligibilityRules)[number];
  label: string;
  /** Whether it is met; left out while the application does not say enough. */
  ok?: boolean;
  why: string;
  /** The text that sets the condition. */
  basis: string;
  /** Field of the application that decides. */
  path?: string;
}

export class DraftView extends DraftSummary {
  @JsonObject()
  content: Record<string, unknown>;
  /** What is still missing before the draft can be filed, by path. */
  @FieldMessages()
  errors: Record<string, string>;
  /** The conditions of the call, as the draft stands. */
  eligibility: EligibilityCondition[];
  coApplicants: CoApplicant[];
}

export class DraftChange {
  @JsonObject()
  content: Record<string, unknown>;
  /** Version that was read; refused when the draft has moved since. */
  @IsInt()
  @Min(1)
  @Max(largestNumber)
  version: number;
}

export class DraftVersion {
  version: number;
}

export class DraftCopy {
  /** The call that the copy answers. */
  @IsUUID()
  callId: string;
}

export class Filed {
  ref: string;
}
