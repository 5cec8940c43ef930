import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { lastDayOf } from '#workflows/ftap/application.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import { PrismaService } from '../database/prisma.service.js';
import type { GrantFacts } from './grant-facts.js';

const { sql } = Prisma;

interface StoredGrant {
  ref: string;
  title: string;
  body_name: string | null;
  siret: string | null;
  call_id: string | null;
  outcome: string | null;
  input: FtapInput;
  amount_cents: number;
  /** Of each party the last signature: one that was asked to sign again signed another version. */
  beneficiary_signed_on: string | null;
  state_signed_on: string | null;
  /** By the last amendment that was signed and changed it. */
  amended_end: string | null;
  paid_on: string[];
}

/** Key of the task by which each party signs. */
const beneficiarySigns = 'sign-convention';
const stateSigns = 'countersign-convention';
const amendmentSigned = 'sign-amendment';

/** Grants whose award has left, as their journals say: read tables are folded from it, and what was filed is its first entry. */
@Injectable()
export class AwardedGrants {
  constructor(private readonly prisma: PrismaService) {}

  /** @param visible a condition on `case_file c`. */
  async find(visible: Prisma.Sql): Promise<GrantFacts[]> {
    const grants = await this.prisma.$queryRaw<StoredGrant[]>`
      SELECT c.ref, c.title, c.body_name, c.siret, c.call_id::text, c.outcome, j.entry -> 'input' AS input, a.amount_cents,
        ${signatureOf(beneficiarySigns)} AS beneficiary_signed_on, ${signatureOf(stateSigns)} AS state_signed_on,
        (SELECT t.context ->> 'newEndsOn' FROM task t WHERE t.case_ref = c.ref AND t.key = ${amendmentSigned} AND t.status = 'answered'
          AND t.context ->> 'newEndsOn' IS NOT NULL ORDER BY t.closed_at DESC LIMIT 1) AS amended_end,
        ARRAY(SELECT to_char(m.at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') FROM measure m
          WHERE m.case_ref = c.ref AND m.indicator = 'paid' ORDER BY m.seq) AS paid_on
      FROM case_file c
      JOIN journal j ON j.case_ref = c.ref AND j.seq = 1
      JOIN (SELECT case_ref, sum(CASE indicator WHEN 'awarded' THEN value ELSE -value END::bigint)::float8 AS amount_cents
        FROM measure WHERE indicator IN ('awarded', 'released') GROUP BY case_ref HAVING bool_or(indicator = 'awarded')) a
        ON a.case_ref = c.ref
      WHERE c.procedure = 'ftap' AND ${visible} ORDER BY c.opened_at, c.ref`;
    return grants.map(factsOf);
  }
}

const signatureOf = (task: string) => sql`(SELECT t.answer ->> 'signedOn' FROM task t
  WHERE t.case_ref = c.ref AND t.key = ${task} AND t.status = 'answered' ORDER BY t.closed_at DESC LIMIT 1)`;

function factsOf({ ref, title, input, beneficiary_signed_on, state_signed_on, ...stored }: StoredGrant): GrantFacts {
  const { body, project } = input.application;
  const bothSigned = beneficiary_signed_on !== null && state_signed_on !== null;
  const signedOn = bothSigned ? later(beneficiary_signed_on, state_signed_on) : undefined;
  // A project that was to begin before its convention begins with it.
  const startsOn = later(project.startsOn, signedOn ?? project.startsOn);
  return {
    ref,
    title,
    bodyName: stored.body_name ?? body.name,
    siret: stored.siret ?? body.siret,
    bodyKind: body.kind,
    callId: stored.call_id ?? input.callId,
    amountCents: stored.amount_cents,
    ...(signedOn !== undefined && { signedOn }),
    instalments: input.call.instalments.length,
    endsOn: stored.amended_end ?? lastDayOf({ ...project, startsOn }),
    paidOn: stored.paid_on,
    ...(stored.outcome !== null && { outcome: stored.outcome }),
  };
}

const later = (one: string, other: string) => (one > other ? one : other);
