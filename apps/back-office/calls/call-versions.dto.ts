import { ApiProperty } from '@nestjs/swagger';
import { JsonObject } from '../openapi/json-object.js';
import { type CallStatus, callStatuses } from './call-states.js';

export class CallVersionView {
  version: number;
  @ApiProperty({ enum: callStatuses, enumName: 'CallStatus' })
  status: CallStatus;
  title: string;
  opensOn: string;
  closesOn: string;
  envelopeCents: number;
  @JsonObject()
  terms: Record<string, unknown>;
  /** Who changed it; for those who manage the call. */
  changedBy?: string;
  reason?: string;
  at: string;
}
