import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

/** Either `to: 'next'` (the next date in the case) or `days`. */
export class FastForward {
  @IsOptional()
  @IsIn(['next'])
  @ApiProperty({ enum: ['next'], enumName: 'FastForwardTarget' })
  to?: 'next';

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(400)
  days?: number;
}

export class CaseToday {
  /** The civil date in the case, afterwards. */
  today: string;
}
