import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, MaxLength } from 'class-validator';
import { bodyKindKeys, type BodyKind } from '#workflows/ftap/body-kinds.js';

export class RehearsalRequest {
  /** Day on which the typical application is filed. Default: the call's first day. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(10)
  filedOn?: string;

  /** Who applies: the legal regime follows. Default: the first kind of body that the call is open to. */
  @ApiProperty({ enum: bodyKindKeys, enumName: 'BodyKind', required: false })
  @IsOptional()
  @IsIn(bodyKindKeys)
  bodyKind?: BodyKind;
}

export const rehearsedKinds = ['task', 'event', 'offer', 'wait', 'clock', 'document', 'figure'] as const;

/** One thing that happens in a stage: who does what, within which term, and what if nobody does. */
export class RehearsedStep {
  /** `offer`: somebody may do it, nobody has to. */
  @ApiProperty({ enum: rehearsedKinds, enumName: 'RehearsedKind' })
  kind: (typeof rehearsedKinds)[number];
  label: string;
  help?: string;
  who?: string;
  /** Civil day on which it begins. */
  on: string;
  /** Civil day on which it is done in the typical course. */
  doneOn?: string;
  /** The term as it is written, such as « 10 jours ouvrés ». */
  within?: string;
  lastDay?: string;
  /** The text that sets the term. */
  basis?: string;
  /** Missing the term has an effect in law. */
  legal: boolean;
  /** What happens if nobody acts. */
  then?: string;
  /** The sum that gives the last day. */
  explained: string[];
  /** How many people do it at the same time. */
  times: number;
}

export class RehearsedStage {
  id: string;
  label: string;
  /** Civil day on which the case enters it. */
  on: string;
  steps: RehearsedStep[];
}

export class RehearsalWarning {
  @ApiProperty({ enum: ['warning', 'info'] })
  severity: 'warning' | 'info';
  message: string;
}

/** What the law says of the typical application. */
export class RehearsedRegime {
  label: string;
  decisionTerm: string;
  silence: string;
  remedies: string;
}

export class RehearsalView {
  filedOn: string;
  @ApiProperty({ enum: bodyKindKeys, enumName: 'BodyKind' })
  bodyKind: BodyKind;
  /** Revision of the procedure that a case filed that day follows. */
  revision: string;
  regime: RehearsedRegime;
  amountCents: number;
  stages: RehearsedStage[];
  /** How the case ends, and when; nothing when it would wait for ever. */
  outcome?: string;
  endsOn?: string;
  warnings: RehearsalWarning[];
}
