import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { JsonObject } from '../openapi/json-object.js';

export const callStatuses = ['draft', 'published', 'closed'] as const;
export type CallStatus = (typeof callStatuses)[number];

export class FundSummary {
  id: string;
  name: string;
  slug: string;
}

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
  /** What a case freezes when it is filed: criteria, rate, floor, ceiling, instalments, legal profile, required pieces. */
  @JsonObject()
  terms: Record<string, unknown>;
  version: number;
  /** Whether an application may be filed today. */
  open: boolean;
}

export class NewCall {
  @IsUUID()
  fundId: string;

  @IsOptional()
  @IsIn(['ftap'])
  procedure?: string;

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

export class CallChange extends NewCall {
  /** Version that was read; refused when the call has moved since. */
  @IsInt()
  @Min(1)
  version: number;
}
