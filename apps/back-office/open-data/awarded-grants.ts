import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
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
  paid_on: string[];
}

/** Key of the task by which each party signs. */
const beneficiarySigns = 'sign-convention';
const stateSigns = 'countersign-convention';

/** Grants whose award has left, as their journals say: read tables are folded from it, and what was filed is its first entry. */
@Injectable()
export class AwardedGrants {
  constructor(private readonly prisma: PrismaService) {}

  /** @param visible a condition on `case_file c`. */
  async find(visible: Prisma.Sql): Promise<GrantFacts[]> {
    const grants = await this.prisma.$queryRaw<StoredGrant[]>`
      SELECT c.ref, c.title, c.body_name, c.siret, c.call_id::text, c.outcome, j.entry -> 'input' AS input, a.amount_cents,
        ${signedOn(beneficiarySigns)} AS beneficiary_signed_on, ${signedOn(stateSigns)} AS state_signed_on,
        ARRAY(SELECT to_char(m.at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') FROM measure m
          WHERE m.case_ref = c.ref AND m.indicator = 'paid' ORDER BY m.seq) AS paid_on
      FROM case_file c
      JOIN journal j ON j.case_ref = c.ref AND j.seq = 1
      JOIN (SELECT case_ref, sum(value::bigint)::float8 AS amount_cents FROM measure WHERE indicator = 'awarded' GROUP BY case_ref) a
        ON a.case_ref = c.ref
      WHERE c.procedure = 'ftap' AND ${visible} ORDER BY c.opened_at, c.ref`;
    return grants.map(factsOf);
  }
}

const signedOn = (task: string) => sql`(SELECT t.answer ->> 'signedOn' FROM task t
  WHERE t.case_ref = c.ref AND t.key = ${task} AND t.status = 'answered' ORDER BY t.closed_at DESC LIMIT 1)`;

function factsOf({ ref, title, input, beneficiary_signed_on, state_signed_on, ...stored }: StoredGrant): GrantFacts {
  const { body, project } = input.application;
  const bothSigned = beneficiary_signed_on !== null && state_signed_on !== null;
  return {
    ref,
    title,
    bodyName: stored.body_name ?? body.name,
    siret: stored.siret ?? body.siret,
    bodyKind: body.kind,
    callId: stored.call_id ?? input.callId,
    amountCents: stored.amount_cents,
    ...(bothSigned && { signedOn: beneficiary_signed_on > state_signed_on ? beneficiary_signed_on : state_signed_on }),
    instalments: input.call.instalments.length,
    project,
    paidOn: stored.paid_on,
    ...(stored.outcome !== null && { outcome: stored.outcome }),
  };
}
