import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Chosen } from '../openapi/chosen.js';
import { JsonObject, OptionalJsonObject } from '../openapi/json-object.js';
import { PageQuery } from '../openapi/page.dto.js';
import { Order, type SortOrder } from '../openapi/sort-order.js';
import { TaskRow } from '../tasks/tasks.dto.js';
import { interventionKinds, type InterventionKind } from '../interventions/interventions.dto.js';

export const caseStatuses = ['open', 'paused', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];
export const caseSorts = ['opened', 'nextDay', 'title', 'amount'] as const;
export type CaseSort = (typeof caseSorts)[number];
export const waitKinds = ['task', 'event', 'date', 'clock', 'child', 'request', 'pause'] as const;
export type WaitKind = (typeof waitKinds)[number];

export class CasesQuery extends PageQuery {
  /** Words of the title, the body or the reference; accents and case do not matter. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  procedure?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  stage?: string;

  @Chosen(caseStatuses, 'CaseStatus')
  status?: CaseStatus;

  @Chosen(caseSorts, 'CaseSort')
  sort?: CaseSort = 'opened';

  @Order()
  order?: SortOrder = 'desc';
}

export class AsOfQuery {
  /** A civil date: the case as it was at the end of that day, Paris time. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on?: string;
}

/** One thing that a case waits for, in words; the same in the list, on the case page and here. */
export class WaitRow {
  id: string;
  @ApiProperty({ enum: waitKinds, enumName: 'WaitKind' })
  kind: WaitKind;
  label: string;
  who: string;
  since: string;
  lastDay?: string;
  stopped: boolean;
  overdue: boolean;
  /** The case does not wait for it: somebody may bring it. */
  optional: boolean;
  /** What happens after the last day. */
  then: string;
  /** How to go on. */
  unblock: string;
  /** The sum that gives the last day, in French sentences. */
  explained: string[];
  /** Whether this person can act on it. */
  mayAct: boolean;
  taskId?: string;
  /** What the form of an event depends on; for who may record it. */
  @OptionalJsonObject()
  context?: Record<string, unknown>;
}

export class CaseRow {
  ref: string;
  title: string;
  bodyName?: string;
  /** Whose journey it is, where a case is one participant's. */
  participant?: string;
  procedure: string;
  procedureLabel: string;
  stage: string;
  stageLabel: string;
  @ApiProperty({ enum: caseStatuses, enumName: 'CaseStatus' })
  status: CaseStatus;
  outcome?: string;
  outcomeLabel?: string;
  openedAt: string;
  closedAt?: string;
  /** Earliest last day of what the case waits for. */
  nextDay?: string;
  amountCents?: number;
  waits: WaitRow[];
}

export class CasePage {
  items: CaseRow[];
  nextCursor?: string;
  total: number;
}

export const stageStates = ['done', 'current', 'coming'] as const;
export type StageState = (typeof stageStates)[number];

export class StageStep {
  id: string;
  label: string;
  @ApiProperty({ enum: stageStates, enumName: 'StageState' })
  state: StageState;
  enteredAt?: string;
}

export class PauseView {
  cause: string;
  reason: string;
  basis?: string;
  /** Civil date. */
  on: string;
  until?: string;
}

export class PossibleIntervention {
  @ApiProperty({ enum: interventionKinds, enumName: 'InterventionKind' })
  kind: InterventionKind;
  label: string;
  /** `direct`: done at once; `ask`: another person decides. */
  @ApiProperty({ enum: ['direct', 'ask'], enumName: 'InterventionMode' })
  mode: 'direct' | 'ask';
}

export class CaseDetail extends CaseRow {
  revision: string;
  /** What the case began with; for FTAP `{application, call, callId, owner}`: what was filed, and the call's terms of that day. */
  @JsonObject()
  application: Record<string, unknown>;
  stages: StageStep[];
  /** Clocks that no single task carries, such as the term after which silence is a rejection. */
  clocks: WaitRow[];
  /** What this person may bring although nobody waits for it: an appeal, an amendment. */
  offers: WaitRow[];
  pause?: PauseView;
  /** The civil date in this case, which may run ahead on the demonstration server. */
  today: string;
  /** Whether this case can be fast-forwarded. */
  fastForward: boolean;
  interventions: PossibleIntervention[];
  myTasks: TaskRow[];
  /** The day on which the case was so, when it is not shown as it is now: nothing can be done there. */
  asOf?: string;
  /** Whether this person may export it as a pack that proves it. */
  mayExport: boolean;
  /** Whether this person may read the raw journal, and who read the case. */
  mayReadJournal: boolean;
  /** Whether this person, its owner, may see in which roles it was read. */
  seesReaders: boolean;
  /** Until when, where an administrator reads it by exception. */
  glassUntil?: string;
}

export class Author {
  name: string;
}

export class TimelineItem {
  seq: number;
  at: string;
  type: string;
  title: string;
  detail?: string;
  by?: Author;
  /** The content stays closed to peers until all have answered. */
  sealed?: boolean;
}

export class JournalEntry {
  seq: number;
  at: string;
  type: string;
  /** The type in French. */
  label: string;
  by?: Author;
  @JsonObject()
  entry: Record<string, unknown>;
  /** SHA-256 chained to the entry before. */
  hash: string;
  sealed?: boolean;
}

export class EventData {
  @OptionalJsonObject()
  data?: Record<string, unknown>;
}
