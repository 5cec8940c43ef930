import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PersonName } from '../tasks/tasks.dto.js';

export const opinionKinds = ['favourable', 'reserved', 'postponed', 'waitingList', 'unfavourable'] as const;
export type OpinionKind = (typeof opinionKinds)[number];

export class SessionsQuery {
  /** Sessions of one call. */
  @IsOptional()
  @IsUUID()
  callId?: string;
}

export class CandidatesQuery {
  @IsUUID()
  callId: string;
}

/** A case that waits for the committee and is on no session's agenda. */
export class Candidate {
  ref: string;
  title: string;
  bodyName: string;
  siret: string;
  requestedCents: number;
  /** Mean of the reviewers' weighted totals, out of 20. */
  mean?: number;
  /** Day by which the committee is expected to hear it. */
  lastDay?: string;
}

/** Who may be convened. */
export class PossibleMember extends PersonName {
  bodyName?: string;
  /** Reference numbers of bodies are compared, so that a member of an applicant's own is seen before the session is convened. */
  siret?: string;
}

export class Candidates {
  cases: Candidate[];
  members: PossibleMember[];
  /** Days that the call has for its committee, from today on. */
  dates: string[];
  /** First day on which a session convened today gives its members seven working days. */
  firstDay: string;
  quorum: number;
  envelopeLeftCents: number;
}

export class NewSession {
  @IsUUID()
  callId: string;

  /** Day of the sitting, a civil date. */
  @IsISO8601({ strict: true })
  @MaxLength(10)
  metOn: string;

  @IsUUID()
  chair: string;

  /** The chair is one of them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  members: string[];

  /** Cases of the agenda, in its order. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  refs: string[];

  /** Why the members are given less than seven working days. */
  @IsOptional()
  @IsString()
  @MinLength(10)
  @MaxLength(500)
  shortNotice?: string;
}

export class Convened {
  ref: string;
}

export class CommitteeSessionRow {
  ref: string;
  title: string;
  callId: string;
  callTitle: string;
  metOn: string;
  stage: string;
  stageLabel: string;
  status: string;
  outcomeLabel?: string;
  /** Cases on the agenda. */
  cases: number;
  chair: PersonName;
}

export class SessionMember extends PersonName {
  bodyName?: string;
  chair: boolean;
  declared: boolean;
  marked: boolean;
  /** Known once the sitting is open. */
  present?: boolean;
}

export class SessionQuorum {
  /** Members who do not stand aside. */
  sitting: number;
  needed: number;
  present: number;
  reached: boolean;
}

export class SessionMarks {
  count: number;
  /** Out of 20. */
  average?: number;
  favourable: number;
  reserved: number;
  unfavourable: number;
}

export class SessionOpinion {
  @ApiProperty({ enum: opinionKinds, enumName: 'OpinionKind' })
  result: OpinionKind;
  label: string;
  amountCents?: number;
  rank?: number;
  /** Reserves, or reasons. */
  text?: string;
}

export class SessionCase {
  ref: string;
  title: string;
  bodyName: string;
  /** The person stands aside from this case: they read nothing more of it. */
  closed: boolean;
  requestedCents?: number;
  /** Weighted totals of the reviewers, out of 20. */
  totals?: number[];
  /** What the experts said, in French. */
  opinions?: string[];
  /** Last entry of the case's journal when the session was convened. */
  frozenSeq: number;
  /** Day on which the case stood so. */
  frozenOn: string;
  /** Names of the members who stand aside. */
  recused: PersonName[];
  /** Opened with the sitting. */
  marks?: SessionMarks;
  quorum?: SessionQuorum;
  opinion?: SessionOpinion;
}

export class CommitteeSession extends CommitteeSessionRow {
  secretary: PersonName;
  members: SessionMember[];
  quorum: number;
  shortNotice?: string;
  convenedOn: string;
  envelopeLeftCents: number;
  /** Whether the marks are opened. */
  opened: boolean;
  /** In the order of the agenda; once the marks are opened in that of the ranking. */
  agenda: SessionCase[];
}

export class WishedCase {
  @IsString()
  @MaxLength(60)
  ref: string;

  /** Left out: what was asked for, or what the sitting proposed. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_00)
  amountCents?: number;
}

export class WhatIf {
  /** Left out: what was left when the session was convened. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_00)
  envelopeCents?: number;

  /** In the order that is tried; left out: that of the ranking. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => WishedCase)
  cases?: WishedCase[];
}

export class PlacedCase {
  ref: string;
  title: string;
  amountCents: number;
  /** With all the cases before it. */
  cumulativeCents: number;
  /** Above the cut. */
  fits: boolean;
  /** Its place on the waiting list when it is below the cut. */
  waitingRank?: number;
}

export class WhatIfResult {
  envelopeCents: number;
  cases: PlacedCase[];
  /** What the cases above the cut leave of the envelope. */
  leftCents: number;
}
