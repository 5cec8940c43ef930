import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { type Role, roles } from '#workflows/kit/people.js';
import { JsonObject, OptionalJsonObject } from '../openapi/json-object.js';
import { Chosen } from '../openapi/chosen.js';
import { largestNumber } from '../openapi/entry-number.pipe.js';
import { PageQuery } from '../openapi/page.dto.js';
import { Order, type SortOrder } from '../openapi/sort-order.js';

export const taskScopes = ['mine', 'groups', 'all'] as const;
export type TaskScope = (typeof taskScopes)[number];
export const taskSorts = ['due', 'asked', 'title'] as const;
export type TaskSort = (typeof taskSorts)[number];

export class TasksQuery extends PageQuery {
  @Chosen(taskScopes, 'TaskScope')
  scope?: TaskScope = 'mine';

  @IsOptional()
  @IsString()
  @MaxLength(60)
  procedure?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  stage?: string;

  /** Last day at the latest on this civil date. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(10)
  dueBefore?: string;

  /** Tasks addressed to this person or claimed by them. */
  @IsOptional()
  @IsUUID()
  person?: string;

  /** Words of the title, the body or the reference; accents and case do not matter. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @Chosen(taskSorts, 'TaskSort')
  sort?: TaskSort = 'due';

  @Order()
  order?: SortOrder = 'asc';
}

export class PersonName {
  id: string;
  name: string;
}

export class TaskRow {
  /** `<ref>.<item>` */
  id: string;
  ref: string;
  title: string;
  applicantBody?: string;
  /** Whose journey it is, where a case is one participant's. */
  participant?: string;
  procedure: string;
  procedureLabel: string;
  key: string;
  label: string;
  stage: string;
  stageLabel: string;
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;
  /** Last day to answer, a civil date, inclusive. */
  lastDay?: string;
  overdue: boolean;
  askedAt: string;
  claimedBy?: PersonName;
  /** Its clock stands still. */
  stopped: boolean;
}

export class TaskPage {
  items: TaskRow[];
  nextCursor?: string;
  total: number;
}

export class TaskCounts {
  mine: number;
  groups: number;
  all: number;
  /** Among mine and my groups'. */
  overdue: number;
  /** Among mine and my groups', until next Sunday. */
  dueThisWeek: number;
}

export const taskStatuses = ['open', 'answered', 'lapsed', 'dropped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export class TaskView extends TaskRow {
  @ApiProperty({ enum: taskStatuses, enumName: 'TaskStatus' })
  status: TaskStatus;
  /** Revision of the procedure, which decides the form. */
  revision: string;
  help?: string;
  /** What the form depends on, as recorded when the task was asked. */
  @OptionalJsonObject()
  context?: Record<string, unknown>;
  /** Names of the people whom the form lets one choose, by id. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  names?: Record<string, string>;
  /** The sum that gives the last day, in French sentences. */
  dueExplained: string[];
  /** The answer that this person has begun. */
  @OptionalJsonObject()
  draft?: Record<string, unknown>;
  /** Version of that answer; 0 when none is begun. */
  draftVersion: number;
  mayAnswer: boolean;
  /** Why this person may not answer, in French. */
  whyNot?: string;
}

export class Assignment {
  @IsUUID()
  personId: string;
}

export class AnswerDraft {
  @JsonObject()
  content: Record<string, unknown>;
  /** Version that was read, 0 when there was none; refused when the answer has moved since. */
  @IsInt()
  @Min(0)
  @Max(largestNumber)
  version: number;
}

export class AnswerDraftVersion {
  version: number;
}

export class TaskAnswer {
  @JsonObject()
  answer: Record<string, unknown>;
}
