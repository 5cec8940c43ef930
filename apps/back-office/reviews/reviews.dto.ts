import { Type } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { PersonName } from '../tasks/tasks.dto.js';

/** The years of the cohorts that a review is about. */
export class ReviewPeriod {
  @Type(() => Number)
  @IsInt()
  @Min(2024)
  @Max(2100)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(2024)
  @Max(2100)
  to: number;
}

export class ReviewLine {
  label: string;
  value: string;
}

/** What a review of these years would open with. */
export class ReviewPreview {
  /** The figures as they would be frozen today; counts under ten people are hidden. */
  figures: ReviewLine[];
  trades: ReviewLine[];
  /** Who may speak for the coaches, and for the administrations that host. */
  coaches: PersonName[];
  hosts: PersonName[];
}

export class NewReview extends ReviewPeriod {
  @IsUUID()
  coach: string;

  @IsUUID()
  host: string;
}

export class OpenedReview {
  ref: string;
}
