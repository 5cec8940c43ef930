import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class CreditsQuery {
  /** Budget year; this year when it is left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

export const creditKinds = ['commitment', 'payment'] as const;
/** Autorisations d’engagement, crédits de paiement. */
export type CreditKind = (typeof creditKinds)[number];

/** What an open case still waits for before its credits are used. */
export class ExpectedCredit {
  ref: string;
  title: string;
  /** Number of the open item, and what must be done. */
  item: string;
  label: string;
  @ApiProperty({ enum: creditKinds, enumName: 'CreditKind' })
  kind: CreditKind;
  amountCents: number;
  /** Absent when nothing says by when. */
  lastDay?: string;
  /** Whether it is due by the day on which the year's credits close; true where the call names no such day. */
  inTime: boolean;
}

export class CreditMonth {
  /** `2026-11` */
  month: string;
  committedCents: number;
  paidCents: number;
  clawedBackCents: number;
  expectedCommittedCents: number;
  expectedPaidCents: number;
}

/** A year's credits of one call, month by month. */
export class CreditCalendar {
  callId: string;
  title: string;
  year: number;
  /** Last day on which credits may be committed; absent when the call names none. */
  lastCommitmentDay?: string;
  lastPaymentDay?: string;
  months: CreditMonth[];
  committedCents: number;
  paidCents: number;
  /** Expected by the closing days, from cases as they stand. */
  expectedCommittedCents: number;
  expectedPaidCents: number;
  /** Sooner first; what has no last day comes last. */
  expected: ExpectedCredit[];
}
