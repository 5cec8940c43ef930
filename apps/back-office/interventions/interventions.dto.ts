import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type Role, roles } from '#workflows/kit/people.js';
import { OptionalJsonObject } from '../openapi/json-object.js';

export const interventionKinds = ['withdraw', 'pause', 'resume', 'extend', 'reassign', 'correct', 'transfer', 'adopt'] as const;
export type InterventionKind = (typeof interventionKinds)[number];
const termUnits = ['days', 'workingDays', 'businessDays', 'months'] as const;

export class ExtensionTerm {
  @IsIn(termUnits)
  @ApiProperty({ enum: termUnits, enumName: 'TermUnit' })
  unit: (typeof termUnits)[number];

  @IsInt()
  @Min(1)
  @Max(3_650)
  n: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  basis?: string;
}

export class AddresseeChoice {
  @IsIn(Object.keys(roles))
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  group?: string;

  @IsOptional()
  @IsUUID()
  person?: string;
}

const about =
  (...kinds: InterventionKind[]) =>
  (intervention: InterventionRequest) =>
    kinds.includes(intervention.kind);

/** What may be done to a case at any time; `kind` decides which fields count. */
export class InterventionRequest {
  @IsIn(interventionKinds)
  @ApiProperty({ enum: interventionKinds, enumName: 'InterventionKind' })
  kind: InterventionKind;

  @IsString()
  @MinLength(3)
  @MaxLength(2_000)
  reason: string;

  /** pause: class of the cause, never a medical one. */
  @ValidateIf(about('pause'))
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  cause?: string;

  /** pause: legal basis. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  basis?: string;

  /** pause: day on which the case resumes by itself. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(10)
  until?: string;

  /** extend, reassign, correct: the item of the case, such as `expert-opinion-2`. */
  @ValidateIf(about('extend', 'reassign', 'correct'))
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  id?: string;

  /** extend: by how much. */
  @ValidateIf(about('extend'))
  @IsObject()
  @ValidateNested()
  @Type(() => ExtensionTerm)
  term?: ExtensionTerm;

  /** reassign: to whom. */
  @ValidateIf(about('reassign'))
  @IsObject()
  @ValidateNested()
  @Type(() => AddresseeChoice)
  to?: AddresseeChoice;

  /** correct: the answer as it should have been. */
  @OptionalJsonObject()
  answer?: Record<string, unknown>;

  /** transfer: the person who takes the case over. */
  @ValidateIf(about('transfer'))
  @IsUUID()
  owner?: string;

  /** transfer: the body that takes the place of the first. */
  @ValidateIf(about('transfer'))
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  bodyName?: string;

  @ValidateIf(about('transfer'))
  @Matches(/^\d{14}$/)
  siret?: string;

  /** adopt: the revision to move to. */
  @ValidateIf(about('adopt'))
  @IsString()
  @MinLength(1)
  @MaxLength(20)
  revision?: string;
}
