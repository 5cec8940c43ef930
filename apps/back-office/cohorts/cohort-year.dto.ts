import { IsInt, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';

export class CohortYearParams {
  @Type(() => Number)
  @IsInt()
  @Min(2024)
  @Max(2100)
  year: number;
}

/** How journeys went, in agents. */
export class JourneyCounts {
  /** Got a seat, whatever came later. */
  seated: number;
  started: number;
  /** Their jury validated the journey: agents reconverted. */
  completed: number;
  /** Left on the way, stopped, or not passed. */
  endedOtherwise: number;
  /** In a post of a digital trade, by the last news of each. */
  inPost: number;
  /** Began, and a grant pays for them. */
  funded: number;
}

export class CohortOfYear extends JourneyCounts {
  ref: string;
  title: string;
  journeyLabel: string;
  startsOn: string;
  seats: number;
}

export class YearlyAim {
  min: number;
  max: number;
  source: string;
  /** The day of the source. */
  asOf: string;
}

/** A digital trade in tension, with the State's yearly need of it and what the year's cohorts bring. */
export class TradeOfYear {
  key: string;
  label: string;
  hiresPerYear: number;
  /** The source says « about ». */
  approximate: boolean;
  source: string;
  asOf: string;
  started: number;
  completed: number;
}

/** The cohorts that count for one year, against its aim. */
export class CohortYear {
  year: number;
  aim: YearlyAim;
  /** Journeys that grants should pay for in a year. */
  fundedAim: number;
  seats: number;
  total: JourneyCounts;
  /** In the order of their starts. */
  cohorts: CohortOfYear[];
  trades: TradeOfYear[];
}
