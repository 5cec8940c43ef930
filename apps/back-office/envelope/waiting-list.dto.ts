import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class WaitingCase {
  ref: string;
  title: string;
  bodyName: string;
  /** Place among all that wait, from 1: earlier sittings first, each in the order of its ranks. */
  place: number;
  /** Rank that the committee gave. */
  rank: number;
  metOn: string;
  session: string;
  amountCents: number;
  /** It is the first, and the envelope covers it. */
  mayBePromoted: boolean;
}

export class WaitingList {
  callId: string;
  callTitle: string;
  /** The call's whole envelope. */
  totalCents: number;
  takenCents: number;
  releasedCents: number;
  leftCents: number;
  /** Whether the person promotes cases of this call. */
  managed: boolean;
  cases: WaitingCase[];
}

export class Promotion {
  /** Left out: the amount for which the committee listed it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000_00)
  amountCents?: number;
}
