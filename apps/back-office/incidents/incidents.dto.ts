import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** An effect (mail, letter) that keeps failing. */
export class IncidentView {
  ref: string;
  /** Number of the journal entry whose effect fails. */
  seq: number;
  /** What could not be done, in French. */
  label: string;
  @ApiProperty({ enum: ['pending', 'failing', 'abandoned'], enumName: 'IncidentStatus' })
  status: 'pending' | 'failing' | 'abandoned';
  attempts: number;
  lastError?: string;
  updatedAt: string;
}

export class Abandonment {
  @IsString()
  @MinLength(3)
  @MaxLength(2_000)
  reason: string;
}
