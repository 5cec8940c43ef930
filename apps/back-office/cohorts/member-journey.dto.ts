import { ApiProperty } from '@nestjs/swagger';
import { PersonName } from '../tasks/tasks.dto.js';

export const milestoneStates = ['coming', 'open', 'handedIn', 'again', 'validated', 'kept', 'missed', 'notAsked'] as const;
export type MilestoneState = (typeof milestoneStates)[number];

export class JourneyMilestone {
  label: string;
  /** What is handed in. */
  deliverable: string;
  @ApiProperty({ enum: milestoneStates, enumName: 'MilestoneState' })
  state: MilestoneState;
  /** Last day to hand it in, while that is asked. */
  lastDay?: string;
}

export class JourneySession {
  title: string;
  on: string;
  placeLabel: string;
}

/** Where a participant is in their journey, who helps them, and their dates. */
export class JourneyView {
  ref: string;
  person: PersonName;
  cohortTitle: string;
  coach?: PersonName;
  track?: string;
  startsOn: string;
  juryOn: string;
  /** The result is known, or the journey has ended early. */
  over: boolean;
  sessions: JourneySession[];
  milestones: JourneyMilestone[];
}
