import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DocumentView } from '../documents/documents.dto.js';
import { PageQuery } from '../openapi/page.dto.js';
import { type FigureKey, figureKeys, type FigureUnit, type JourneyKey, journeyKeys, type MoneyKey, moneyKeys } from './figure-keys.js';

const figureUnits = ['cents', 'cases', 'agents', 'effect'] as const satisfies readonly FigureUnit[];
export const sumOrMean = ['sum', 'mean'] as const;
export type SumOrMean = (typeof sumOrMean)[number];

/** One total of a call, in cents; its rows are under the figure's address. */
export class MoneyFigure {
  @ApiProperty({ enum: moneyKeys, enumName: 'MoneyKey' })
  key: MoneyKey;
  label: string;
  /** How it is counted. */
  definition: string;
  cents: number;
  /** How many rows it is the sum of. */
  count: number;
}

/** Journeys of reconversion that the call's grants pay for; the rows are under the figure's address. */
export class JourneyFigure {
  @ApiProperty({ enum: journeyKeys, enumName: 'JourneyKey' })
  key: JourneyKey;
  label: string;
  /** How it is counted. */
  definition: string;
  agents: number;
}

export class CaseCount {
  /** Of a stage, or of an outcome. */
  key: string;
  label: string;
  count: number;
}

export class CostPerAgent {
  label: string;
  definition: string;
  /** Absent while no agent has been counted. */
  cents?: number;
  spentCents: number;
  agents: number;
  /** Cases whose agents were counted at least once… */
  cases: number;
  /** … of those that promised some when they were awarded. */
  promisedBy: number;
}

export class EffectMilestone {
  /** After the end of the project; 0: while it runs. */
  months: number;
  /** Sum or mean of what was measured; absent while nothing was. */
  measured?: number;
  /** What the same effects had promised: the two can be compared. */
  promisedOfMeasured?: number;
  effects: number;
  /** Share of the promised effects that were measured, between 0 and 1. */
  share: number;
}

/** Promised effects of one kind and unit, and what was measured of them. */
export class EffectFigure {
  kind: string;
  label: string;
  unit: string;
  /** Percentages and satisfaction are not added up. */
  @ApiProperty({ enum: sumOrMean, enumName: 'SumOrMean' })
  how: SumOrMean;
  promised: number;
  effects: number;
  /** When the promises were made, first and last. */
  promisedFrom: string;
  promisedTo: string;
  milestones: EffectMilestone[];
}

export class CallFigures {
  callId: string;
  title: string;
  fundName: string;
  status: string;
  opensOn: string;
  closesOn: string;
  envelopeCents: number;
  cases: number;
  money: MoneyFigure[];
  journeys: JourneyFigure[];
  stages: CaseCount[];
  outcomes: CaseCount[];
  costPerAgent: CostPerAgent;
  effects: EffectFigure[];
}

/** Which rows of a figure. */
export class FigureRowsQuery extends PageQuery {
  /** Kind of effect: for `promised` and `measured`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  kind?: string;

  /** Unit of the effect: for `promised` and `measured`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  unit?: string;

  /** Milestone: for `measured`. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(600)
  months?: number;

  /** Only what happened in this month, Paris time: `2026-11`. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;

  /** Only open cases at this stage. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  stage?: string;

  /** Only cases that ended so. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  outcome?: string;
}

/** A case that shows a figure. */
export class EvidenceCase {
  ref: string;
  /** The reader may open it. */
  readable: boolean;
}

/** One thing that a total counts, with the entry of the journal that says it. */
export class FigureRow {
  ref: string;
  title: string;
  bodyName?: string;
  /** Number of the entry in the case's journal. */
  seq: number;
  at: string;
  value: number;
  /** The effect's own name. */
  about?: string;
  baseline?: number;
  evidence: DocumentView[];
  /** Cases that show it: journeys that the grant pays for. */
  evidenceCases: EvidenceCase[];
}

export class FigurePage {
  @ApiProperty({ enum: figureKeys, enumName: 'FigureKey' })
  figure: FigureKey;
  callTitle: string;
  label: string;
  definition: string;
  @ApiProperty({ enum: figureUnits, enumName: 'FigureUnit' })
  unit: FigureUnit;
  @ApiProperty({ enum: sumOrMean, enumName: 'SumOrMean' })
  how: SumOrMean;
  /** What the rows are added to: the envelope, for what is left of it. */
  startCents?: number;
  /** Sum, or mean, of the values of all rows, on this page and on the others. */
  total: number;
  count: number;
  items: FigureRow[];
  nextCursor?: string;
}
