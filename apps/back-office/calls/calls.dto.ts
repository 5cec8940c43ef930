import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { JsonObject } from '../openapi/json-object.js';
import { type CallAct, callActs, type CallStatus, callStatuses } from './call-states.js';
import { FundSummary } from './funds.dto.js';
import { largestNumber } from '../openapi/entry-number.pipe.js';

export class CallView {
  id: string;
  fund: FundSummary;
  procedure: string;
  title: string;
  @ApiProperty({ enum: callStatuses, enumName: 'CallStatus' })
  status: CallStatus;
  /** Civil date; applications are accepted from this day… */
  opensOn: string;
  /** … until the end of this one, Paris time. */
  closesOn: string;
  envelopeCents: number;
  /** What a case freezes when it is filed: criteria, rate, floor, ceiling, instalments, eligible bodies, required pieces. */
  @JsonObject()
  terms: Record<string, unknown>;
  /** Counts every change; cases freeze the version that they answer. */
  version: number;
  /** Whether an application may be filed today. */
  open: boolean;
  /** Whether the person manages this call. */
  managed: boolean;
  /** Whether the person may change what the call says; once it is published, with a reason. */
  amendable: boolean;
  /** What the person may do with the call now. */
  @ApiProperty({ enum: callActs, enumName: 'CallAct', isArray: true })
  acts: CallAct[];
}

/** What a call says. */
export class CallContent {
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  title: string;

  @IsISO8601({ strict: true })
  @MaxLength(10)
  opensOn: string;

  @IsISO8601({ strict: true })
  @MaxLength(10)
  closesOn: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000_000_00)
  envelopeCents: number;

  @JsonObject()
  terms: Record<string, unknown>;
}

export class NewCall extends CallContent {
  @IsUUID()
  fundId: string;

  @IsOptional()
  @IsIn(['ftap'])
  procedure?: string;
}

export class CallChange extends CallContent {
  /** Version that was read; refused when the call has moved since. */
  @IsInt()
  @Min(1)
  @Max(largestNumber)
  version: number;

  /** Why; needed once the call is published. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  reason?: string;
}

export class CallActRequest {
  /** Version that was read; refused when the call has moved since. */
  @IsInt()
  @Min(1)
  @Max(largestNumber)
  version: number;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  reason?: string;
}

export class CallCopy extends PickType(CallContent, ['title', 'opensOn', 'closesOn'] as const) {}

export class CallGroupsView {
  /** Groups of reviewers with people in them. */
  reviewers: string[];
  experts: string[];
}
