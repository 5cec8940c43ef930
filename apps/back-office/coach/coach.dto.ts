import { PersonName } from '../tasks/tasks.dto.js';

/** Something that the coach has to do for a participant. */
export class CoachTask {
  /** `<ref>.<item>` */
  id: string;
  label: string;
  lastDay?: string;
  overdue: boolean;
}

export class CoachedParticipant {
  /** Reference of their case. */
  ref: string;
  person: PersonName;
  cohortRef: string;
  cohortTitle: string;
  stageLabel: string;
  paused: boolean;
  /** Ten working days without a sign have passed: since when nothing was heard. */
  silentSince?: string;
  /** Meetings that are due. */
  meetings: CoachTask[];
  /** Milestones to validate. */
  milestones: CoachTask[];
  /** Anything else that is asked of the coach. */
  others: CoachTask[];
  juryOn: string;
  /** Last day on which what is under way may be decided so that the jury is not missed. */
  decideBy: string;
  /** Working days until then; negative once it has passed. */
  slackDays: number;
  /** What to watch, in one sentence; none when there is time. */
  warning?: string;
}

/** Those who most need their coach first. */
export class CoachWeek {
  today: string;
  participants: CoachedParticipant[];
}
