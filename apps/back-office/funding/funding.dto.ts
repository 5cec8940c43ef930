import { IsOptional, IsString, MaxLength } from 'class-validator';

/** A grant that may pay for journeys: awarded, its convention signed, not closed. */
export class FundableGrant {
  ref: string;
  title: string;
  bodyName?: string;
  /** Journeys that have told it that they began. */
  started: number;
}

/** Which grant pays for a journey. */
export class NamedGrant {
  /** Reference of the grant; left out: none pays for it. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  grant?: string;
}

export class FundedJourney {
  ref: string;
  title: string;
  stageLabel: string;
  outcomeLabel?: string;
}

/** Journeys of reconversion that a grant pays for, as they told it. */
export class GrantJourneys {
  started: number;
  completed: number;
  /** Left on the way, stopped, or not passed. */
  endedOtherwise: number;
  /** In a post of a digital trade, by the last news of each. */
  inPost: number;
  /** Agents reconverted that the grant promised; left out when it promised none. */
  promised?: number;
  /** Those that the reader may open: references, never names. */
  journeys: FundedJourney[];
}

export class JourneyFunding {
  /** The grant that pays for the journey; left out: none. */
  grant?: string;
  /** Left out when the reader may not open that grant. */
  grantTitle?: string;
  /** The journey still takes another grant. */
  open: boolean;
}
