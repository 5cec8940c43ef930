import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { Chosen } from '../openapi/chosen.js';

export const dataRequestKinds = ['rectification', 'erasure'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];
export const dataRequestVerdicts = ['granted', 'partial', 'refused'] as const;
export type DataRequestVerdict = (typeof dataRequestVerdicts)[number];

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class NewDataRequest {
  @IsIn(dataRequestKinds)
  @ApiProperty({ enum: dataRequestKinds, enumName: 'DataRequestKind' })
  kind: DataRequestKind;

  @trimmed
  @IsString()
  @MinLength(10)
  @MaxLength(4_000)
  text: string;
}

export class DataRequestAnswer {
  @IsIn(dataRequestVerdicts)
  @ApiProperty({ enum: dataRequestVerdicts, enumName: 'DataRequestVerdict' })
  verdict: DataRequestVerdict;

  @trimmed
  @IsString()
  @MinLength(10)
  @MaxLength(4_000)
  answer: string;
}

export class DataRequestsQuery {
  /** `1`: only those that wait for an answer. */
  @Chosen(['1'], 'WaitingOnly')
  waiting?: '1';
}

/** What somebody asked about their own data, and what they were answered. */
export class DataRequestView {
  id: string;
  @ApiProperty({ enum: dataRequestKinds, enumName: 'DataRequestKind' })
  kind: DataRequestKind;
  text: string;
  at: string;
  /** Civil date: a month later at most. */
  dueOn: string;
  overdue: boolean;
  /** For who answers. */
  personName?: string;
  @ApiProperty({ enum: dataRequestVerdicts, enumName: 'DataRequestVerdict' })
  verdict?: DataRequestVerdict;
  answer?: string;
  answeredAt?: string;
  mayAnswer: boolean;
}
