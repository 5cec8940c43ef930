import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import { offerDeclined } from '#workflows/directors-year/tasks/offers.js';
import { reviewCommitment } from '#workflows/directors-year/tasks/closing.js';
import { signCommitment } from '#workflows/directors-year/tasks/commitment.js';
import { launchHeld } from '#workflows/seated-event/news.js';
import type { YearTerms } from '#workflows/directors-year/terms.js';
import { PrismaService } from '../database/prisma.service.js';

const { sql } = Prisma;
export const yearProcedure = directorsYearR1.id;

/** What is known of one year beyond its case. */
export interface YearFacts {
  readonly ref: string;
  readonly person: string;
  readonly edition: string;
  readonly wave: number;
  readonly revision: string;
  readonly stage: string;
  readonly status: string;
  readonly body: string | null;
  readonly terms: YearTerms;
  readonly launched: boolean;
  readonly signed: boolean;
  readonly result: string | null;
  readonly visits: number;
  readonly activities: number;
  readonly declined: readonly string[];
}

/** Reads what happened in years from their journals and answers: who was where, what was signed. */
@Injectable()
export class YearFactsReader {
  constructor(private readonly prisma: PrismaService) {}

  ofEdition(editionId: string): Promise<YearFacts[]> {
    return this.read(sql`c.call_id = ${editionId}::uuid`);
  }

  ofYears(refs: readonly string[]): Promise<YearFacts[]> {
    return this.read(sql`c.ref = ANY (${[...refs]})`);
  }

  private read(where: Prisma.Sql): Promise<YearFacts[]> {
    const attended = (kind: string) => sql`(SELECT count(DISTINCT j.entry->'data'->>'event')::int FROM journal j
      WHERE j.case_ref = c.ref AND j.type = 'happened' AND j.entry->'data'->>'state' = 'attended'
        AND j.entry->'data'->'occasion'->>'kind' = ${kind})`;
    const answered = (key: string) => sql`FROM task t WHERE t.case_ref = c.ref AND t.key = ${key} AND t.status = 'answered'`;
    return this.prisma.$queryRaw<YearFacts[]>`
      SELECT c.ref, c.owner_id AS person, c.call_id AS edition, c.revision, c.stage, c.status, c.body_name AS body,
        (o.entry->'input'->>'wave')::int AS wave, o.entry->'input'->'terms' AS terms,
        EXISTS (SELECT 1 FROM journal j WHERE j.case_ref = c.ref AND j.type = 'happened' AND j.entry->'data'->>'attended' = 'true'
          AND starts_with(j.entry->>'id', ${launchHeld.key})) AS launched,
        EXISTS (SELECT 1 ${answered(signCommitment.key)} AND t.answer->>'verdict' = 'sign') AS signed,
        (SELECT t.answer->>'result' ${answered(reviewCommitment.key)} ORDER BY t.closed_at DESC LIMIT 1) AS result,
        ${attended('visit')} AS visits, ${attended('activity')} AS activities,
        ARRAY(SELECT j.entry->'data'->>'event' FROM journal j WHERE j.case_ref = c.ref AND j.type = 'happened'
          AND starts_with(j.entry->>'id', ${offerDeclined.key})) AS declined
      FROM case_file c JOIN journal o ON o.case_ref = c.ref AND o.seq = 1
      WHERE c.procedure = ${yearProcedure} AND ${where} ORDER BY c.ref`;
  }
}
