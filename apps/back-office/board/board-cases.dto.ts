import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CaseRow } from '../cases/cases.dto.js';
import { Chosen } from '../openapi/chosen.js';
import { PageQuery } from '../openapi/page.dto.js';
import { Order, type SortOrder } from '../openapi/sort-order.js';
import { type Place, places, type Standing, standings } from './standing.js';

export const boardSorts = ['nextDay', 'endsOn', 'opened', 'person'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** Which of the cases that the board counts. */
export class BoardCasesQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  procedure?: string;

  /** Key of a group of the board. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  group?: string;

  /** Only cases that are not closed, at this stage. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  stage?: string;

  /** Only cases that stand so. */
  @Chosen(standings, 'Standing')
  standing?: Standing;

  /** Only cases that ended so. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  outcome?: string;

  /** Only cases that would end in this month: `2026-11`. */
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;

  /** Words of the person's name, the title, the body or the reference; accents and case do not matter. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @Chosen(boardSorts, 'BoardSort')
  sort?: BoardSort = 'nextDay';

  @Order()
  order?: SortOrder = 'asc';
}

export class BoardCase extends CaseRow {
  personName: string;
  groupKey: string;
  groupTitle: string;
  @ApiProperty({ enum: places, enumName: 'Place' })
  place: Place;
  placeLabel: string;
  late: boolean;
  stuck: boolean;
  /** Since when a participant has given no sign: a civil date. */
  silentSince?: string;
  /** When it would end if everybody acted as expected: a civil date. */
  endsOn?: string;
  /** What it would wait for, for ever. */
  waitsFor?: string;
}

export class BoardCasePage {
  items: BoardCase[];
  nextCursor?: string;
  total: number;
}
