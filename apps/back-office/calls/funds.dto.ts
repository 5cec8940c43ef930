import { IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class FundSummary {
  id: string;
  name: string;
  slug: string;
}

export class NewFund {
  @IsString()
  @MinLength(3)
  @MaxLength(150)
  name: string;

  /** Short name in lower case, for addresses and files. */
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(40)
  slug: string;
}
