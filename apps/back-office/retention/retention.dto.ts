import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { Chosen } from '../openapi/chosen.js';
import { PageQuery } from '../openapi/page.dto.js';

/** Not closed yet; kept; about to end; over and waiting for a visa; held by a dispute; destroyed. */
export const retentionStates = ['running', 'kept', 'ending', 'over', 'held', 'destroyed'] as const;
export type RetentionState = (typeof retentionStates)[number];
export const eliminationVerdicts = ['confirmed', 'refused'] as const;
export type EliminationVerdict = (typeof eliminationVerdicts)[number];

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class RetentionQuery extends PageQuery {
  @Chosen(retentionStates, 'RetentionState')
  state?: RetentionState;
}

/** Why the clock is stopped, or goes on. */
export class HoldReason {
  @trimmed
  @IsString()
  @MinLength(10)
  @MaxLength(2_000)
  reason: string;
}

export class NewVisa {
  /** The archives' own reference. */
  @trimmed
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  visa: string;
}

export class VisaDecision {
  @IsIn(eliminationVerdicts)
  @ApiProperty({ enum: eliminationVerdicts, enumName: 'EliminationVerdict' })
  verdict: EliminationVerdict;
}

export class HoldView {
  /** Civil dates; the second is the day on which the clock went on. */
  since: string;
  until?: string;
  /** For those who keep the cases. */
  reason?: string;
}

export class VisaView {
  visa: string;
  givenBy: string;
  givenAt: string;
  confirmedBy?: string;
  confirmedAt?: string;
}

/** How long a case is kept, and what this person may do about it. */
export class CaseRetention {
  @ApiProperty({ enum: retentionStates, enumName: 'RetentionState' })
  state: RetentionState;
  /** In French. */
  rule?: string;
  duration?: string;
  /** Civil date: the last day on which it is kept; while it is held, what it would be. */
  keptUntil?: string;
  /** The sum, in French sentences. */
  explained: string[];
  holds: HoldView[];
  visa?: VisaView;
  mayHold: boolean;
  mayRelease: boolean;
  mayGiveVisa: boolean;
  mayDecideVisa: boolean;
}

export class RetentionRow {
  ref: string;
  title: string;
  procedureLabel: string;
  outcomeLabel?: string;
  closedAt: string;
  keptUntil: string;
  rule: string;
  @ApiProperty({ enum: retentionStates, enumName: 'RetentionState' })
  state: RetentionState;
  /** A visa was given and waits for a second person. */
  visaWaits: boolean;
  destroyedAt?: string;
}

export class RetentionPage {
  @ApiProperty({ type: [RetentionRow] })
  items: RetentionRow[];
  nextCursor?: string;
  total: number;
}

/** Procès-verbal d’élimination: `content` are the very bytes that are signed, JSON. */
export class SignedCertificate {
  content: string;
  algorithm: string;
  keyId: string;
  /** SPKI, PEM. */
  publicKey: string;
  /** Of the bytes of `content`, base64. */
  signature: string;
}
