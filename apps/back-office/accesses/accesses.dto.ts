import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../openapi/page.dto.js';

/** Whose reads, of what, from which day to which, both included, in Paris. */
export class AccessFilter {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  ref?: string;

  @IsOptional()
  @IsUUID()
  person?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  to?: string;
}

export class AccessesQuery extends IntersectionType(AccessFilter, PageQuery) {}

export class Reader {
  id: string;
  name: string;
}

/** A read of what a case says: who, when, what of it; never what it says. */
export class AccessRow {
  /** A case; or `draft/<id>`, an application that is not filed. */
  ref: string;
  /** Its number among the reads of that case. */
  seq: number;
  at: string;
  person: Reader;
  /** In French, the roles that the person held on the case. */
  roles: string[];
  /** In French. */
  what: string;
  /** The API's operation. */
  operation: string;
  /** What of the case: a task, a document, a past day. */
  object?: string;
  /** Under a break-glass. */
  exceptional: boolean;
  /** What the person gave as a reason. */
  remark?: string;
  requestId: string;
  hash: string;
}

export class AccessPage {
  @ApiProperty({ type: [AccessRow] })
  items: AccessRow[];
  nextCursor?: string;
}

/** A read of a case, as its owner sees it: in which role, not by whom. */
export class OwnersAccessRow {
  at: string;
  roles: string[];
  what: string;
  exceptional: boolean;
}

export class OwnersAccessPage {
  @ApiProperty({ type: [OwnersAccessRow] })
  items: OwnersAccessRow[];
  nextCursor?: string;
}
