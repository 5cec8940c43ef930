import { ApiProperty } from '@nestjs/swagger';
import { type GroupKind, groupKinds } from './board-groups.js';
import { standings, type Standing } from './standing.js';

/** A count that is left out when it, or what it would give away, is under ten people. */
export class BoardCount {
  /** Of a stage or an outcome. */
  key: string;
  label: string;
  count?: number;
}

export class StandingFigure {
  @ApiProperty({ enum: standings, enumName: 'Standing' })
  key: Standing;
  label: string;
  /** How it is counted. */
  definition: string;
  count?: number;
}

export class MonthCount {
  /** `2026-11` */
  month: string;
  count?: number;
}

/** When what runs would end if everybody acted as expected from now on. */
export class BoardEnds {
  /** Running cases whose end is foretold. */
  foreseen?: number;
  earliest?: string;
  median?: string;
  latest?: string;
  /** They would wait for ever: for their resumption, or for what nobody is expected to do. */
  endless?: number;
  /** Of these nothing can be foretold. */
  unforeseen?: number;
  months: MonthCount[];
}

export class BoardFigures {
  /** Left out under ten people where they are not read by name. */
  people?: number;
  /** How they stand: running, paused, gone or ended; of those that run, how many are late and stuck. */
  standings: StandingFigure[];
  /** Where those are that are not closed. */
  stages: BoardCount[];
  /** How the others ended; nothing where they are not read by name. */
  outcomes: BoardCount[];
  ends: BoardEnds;
}

/** A cohort, a wave of an edition, or a call. */
export class BoardGroup extends BoardFigures {
  /** Names the group in lists: `cohort:COHORTE-2026-000123`. */
  key: string;
  @ApiProperty({ enum: groupKinds, enumName: 'BoardGroupKind' })
  kind: GroupKind;
  /** Reference of the cohort, id of the edition or of the call. */
  id: string;
  title: string;
  over: boolean;
  /** Whether the viewer may read by name those whom it counts. */
  listed: boolean;
}

export class BoardAim {
  people: number;
  source: string;
  /** The day of the source. */
  asOf: string;
  started?: number;
  /** Whatever the outcome. */
  closed?: number;
}

/** The groups of one procedure, and their sum. */
export class BoardProcedure extends BoardFigures {
  id: string;
  label: string;
  listed: boolean;
  /** How many people the programme wants to reach: the directors' year. */
  aim?: BoardAim;
  groups: BoardGroup[];
}

export class BoardFreshness {
  /** The oldest forecast that counts; left out while there is none. */
  computedAt?: string;
  /** Running cases that have moved since their forecast, or have none of today. */
  stale: number;
}

export class Board {
  /** The civil date of the counts, which are those of this moment. */
  today: string;
  /** Whether the yearly aim of reconversion is the viewer's to read. */
  hasYearlyAim: boolean;
  /** Whether the viewer may read the load of the weeks to come, and have forecasts computed anew. */
  watchesLoad: boolean;
  forecasts: BoardFreshness;
  procedures: BoardProcedure[];
}
