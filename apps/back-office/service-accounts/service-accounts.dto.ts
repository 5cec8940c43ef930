import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { catalogue, personalProcedures } from '#workflows/catalogue.js';
import { WebhookView } from '../webhooks/webhooks.dto.js';
import { scopeNames, type ServiceScope } from './scopes.js';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const procedures = [...new Set(catalogue.map(({ id }) => id))].filter((id) => !personalProcedures.includes(id));

export class ServiceAccountInput {
  /** As the access log names it. */
  @trimmed
  @IsString()
  @MinLength(3)
  @MaxLength(120)
  name: string;

  /** Which system it is, and what for: who agrees reads it. */
  @trimmed
  @IsString()
  @MinLength(20)
  @MaxLength(2_000)
  purpose: string;

  /** The person who answers for it. */
  @IsUUID()
  ownerId: string;

  @ApiProperty({ enum: scopeNames, enumName: 'ServiceScope', isArray: true })
  @IsIn(scopeNames, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(scopeNames.length)
  scopes: ServiceScope[];

  /** Left out: all procedures. */
  @IsOptional()
  @IsIn(procedures)
  procedure?: string;

  /** Left out: all calls. */
  @IsOptional()
  @IsUUID()
  callId?: string;

  @IsInt()
  @Min(1)
  @Max(6_000)
  perMinute: number;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  perDay: number;
}

export class SecretRotation {
  /** How long the secrets that are there still work. */
  @IsInt()
  @Min(0)
  @Max(90)
  overlapDays: number;
}

/** Shown once. */
export class NewSecret {
  clientId: string;
  secret: string;
}

export class AccountPerson {
  id: string;
  name: string;
}

export class SecretView {
  id: string;
  /** Its last characters. */
  hint: string;
  createdAt: string;
  endsAt?: string;
  lastUsedAt?: string;
}

export class AccountChange {
  at: string;
  /** Nobody where it happened by itself. */
  by?: AccountPerson;
  /** In French. */
  what: string;
  detail?: string;
}

export class ServiceAccountRow {
  id: string;
  name: string;
  owner: AccountPerson;
  @ApiProperty({ enum: scopeNames, enumName: 'ServiceScope', isArray: true })
  scopes: ServiceScope[];
  /** In French: what it reaches. */
  perimeter: string;
  @ApiProperty({ enum: ['waiting', 'open', 'ended'] })
  state: string;
  lastUsedAt?: string;
  /** Messages that could not be delivered. */
  deadLetters: number;
}

export class ServiceAccountView extends ServiceAccountRow {
  purpose: string;
  procedure?: string;
  callId?: string;
  perMinute: number;
  perDay: number;
  /** Requests of the running day. */
  usedToday: number;
  createdAt: string;
  askedBy: AccountPerson;
  agreedBy?: AccountPerson;
  agreedAt?: string;
  endedAt?: string;
  /** Live ones, the latest first. */
  @ApiProperty({ type: [SecretView] })
  secrets: SecretView[];
  @ApiProperty({ type: [WebhookView] })
  webhooks: WebhookView[];
  @ApiProperty({ type: [AccountChange] })
  changes: AccountChange[];
  mayManage: boolean;
  mayAgree: boolean;
}
