import { ApiProperty } from '@nestjs/swagger';
import { PersonName } from '../tasks/tasks.dto.js';
import { CohortSession, CohortPlanDto } from './cohort-plan.dto.js';

export const memberStates = ['applied', 'waiting', 'seated', 'left', 'ended'] as const;

export class CohortRow {
  ref: string;
  title: string;
  journey: string;
  journeyLabel: string;
  startsOn: string;
  juryOn: string;
  applicationsUntil: string;
  stage: string;
  stageLabel: string;
  status: string;
  outcomeLabel?: string;
  quotaYear: number;
  seats: number;
  seated: number;
  waiting: number;
  /** Applications that are being studied. */
  applied: number;
}

/** A cohort that somebody may apply to. */
export class OpenCohort {
  ref: string;
  title: string;
  journey: string;
  journeyLabel: string;
  startsOn: string;
  applicationsUntil: string;
  seats: number;
  /** Tracks to choose from; none where there is one way for all. */
  tracks: OpenTrack[];
  /** The person's own case in it. */
  mine?: string;
}

export class OpenTrack {
  key: string;
  label: string;
}

export class CohortMember {
  /** Reference of their case. */
  ref: string;
  person: PersonName;
  track?: string;
  @ApiProperty({ enum: memberStates, enumName: 'CohortMemberState' })
  state: (typeof memberStates)[number];
  /** Rank on the waiting list. */
  rank?: number;
  coach?: PersonName;
  stageLabel: string;
  status: string;
  outcomeLabel?: string;
  /** Something that their case waits for is late. */
  late: boolean;
  nextDay?: string;
  result?: string;
  /** The grant that pays for their journey. */
  fundedBy?: string;
}

export class CohortSessionView extends CohortSession {
  placeLabel: string;
  trainerName?: string;
}

export class CohortCoachView {
  person: PersonName;
  load: number;
  held: number;
}

export class CohortClash {
  /** Kind of clash, such as `dayOff` or `place`. */
  kind: string;
  /** In French. */
  text: string;
  isNew: boolean;
}

export class PendingChangeView {
  why: string;
  by: PersonName;
  /** It is sent by itself at the end of this day. */
  lastDay: string;
  plan: CohortPlanDto;
}

export class CohortView extends CohortRow {
  manager: PersonName;
  /** The viewer may change it. */
  managed: boolean;
  plan: CohortPlanDto;
  sessions: CohortSessionView[];
  coaches: CohortCoachView[];
  jury: PersonName[];
  quorum: number;
  resitBy: string;
  members: CohortMember[];
  clashes: CohortClash[];
  /** The grant that pays for its members' journeys, unless another is named for one of them. */
  fundedBy?: string;
  pending?: PendingChangeView;
}
