import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, MaxLength } from 'class-validator';
import { type ParticipationRight, participationRights } from '../permissions/participation.js';

export class CoApplicant {
  personId: string;
  name: string;
  bodyName?: string;
  @ApiProperty({ enum: participationRights, enumName: 'ParticipationRight' })
  right: ParticipationRight;
}

export class CoApplicantRight {
  @IsIn(participationRights)
  @ApiProperty({ enum: participationRights, enumName: 'ParticipationRight' })
  right: ParticipationRight;
}

export class Invitation extends CoApplicantRight {
  /** Address of a person who has an account. */
  @IsEmail()
  @MaxLength(254)
  email: string;
}
