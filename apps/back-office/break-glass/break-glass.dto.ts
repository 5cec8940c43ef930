import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class NewBreakGlass {
  /** Who answers for the program reads it. */
  @trimmed
  @IsString()
  @MinLength(20)
  @MaxLength(2_000)
  reason: string;
}

export class Acknowledgement {
  @trimmed
  @IsString()
  @MinLength(3)
  @MaxLength(2_000)
  remark: string;
}

export class BreakGlassQuery {
  /** `1`: only those that nobody has acknowledged. */
  @IsOptional()
  @IsIn(['1'])
  waiting?: '1';
}

export class GlassPerson {
  id: string;
  name: string;
}

export class GlassAcknowledged {
  at: string;
  by: GlassPerson;
  remark: string;
}

/** One case opened to one administrator by exception. */
export class BreakGlassView {
  id: string;
  ref: string;
  by: GlassPerson;
  reason: string;
  openedAt: string;
  /** When it ends, or ended. */
  until: string;
  acknowledged?: GlassAcknowledged;
  /** Whether this person may say that they have seen it. */
  mayAcknowledge: boolean;
}
