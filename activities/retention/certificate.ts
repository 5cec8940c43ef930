import type { PrismaClient } from '#prisma/generated/client.js';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { canonicalJson } from '../journal/canonical-json.js';
import { genesis } from '../journal/hash-chain.js';
import type { ProofKey } from '../proof/proof-key.js';
import { holdsOf } from './clocks.js';
import { dayOf, type Held } from './keep-until.js';
import { durationOf, ruleByKey } from './rules.js';

/** Named in every certificate: a change that an older reader cannot read needs another name. */
export const certificateFormat = 'jalon-elimination/1';

/** Procès-verbal d’élimination: what was destroyed, under what, and the head of the sealed record that stays. */
export interface Certificate {
  readonly format: typeof certificateFormat;
  readonly ref: string;
  readonly procedure: string;
  readonly procedureLabel: string;
  readonly revision: string;
  readonly outcome: string | null;
  readonly openedOn: CivilDate;
  readonly closedOn: CivilDate;
  readonly retention: { readonly rule: string; readonly duration: string; readonly from: CivilDate; readonly until: CivilDate };
  readonly holds: readonly Held[];
  readonly visa: {
    readonly reference: string;
    readonly givenBy: string;
    readonly givenOn: CivilDate;
    readonly confirmedBy: string;
    readonly confirmedOn: CivilDate;
  };
  /** ISO, of the destruction of the key. */
  readonly destroyedAt: string;
  readonly entries: number;
  readonly lastHash: string;
  readonly service: string;
}

interface Certifying {
  readonly prisma: PrismaClient;
  readonly baseUrl: string;
  readonly procedureOf: (id: string, revision: string) => Procedure;
}

/**
 * Signs and keeps the certificate of a destroyed case, once. It is written from what the destruction leaves, so that it can be written
 * as well after a process that went down between the two.
 */
export async function certify(around: Certifying, ref: string, key: ProofKey): Promise<void> {
  const certificate = await certificateOf(around, ref);
  const content = canonicalJson(certificate);
  await around.prisma.elimination.createMany({
    data: {
      caseRef: ref,
      at: new Date(certificate.destroyedAt),
      content,
      keyId: key.id,
      publicKey: key.publicKey,
      signature: key.sign(Buffer.from(content)).toString('base64'),
    },
    skipDuplicates: true,
  });
}

async function certificateOf({ prisma, baseUrl, procedureOf }: Certifying, ref: string): Promise<Certificate> {
  const where = { caseRef: ref };
  const one = await prisma.caseFile.findUniqueOrThrow({ where: { ref } });
  const clock = await prisma.retention.findUniqueOrThrow({ where });
  const visa = await prisma.eliminationVisa.findFirstOrThrow({ where: { ...where, verdict: 'confirmed' } });
  const head = await prisma.record.findFirst({ where, orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const people = await prisma.person.findMany({ where: { id: { in: [visa.givenBy, visa.decidedBy!] } } });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  const { destroyedAt, closedAt, openedAt, procedure, revision, outcome } = one;
  if (!destroyedAt || !closedAt) throw new Error(`${ref} is not destroyed`);
  return {
    format: certificateFormat,
    ref,
    procedure,
    procedureLabel: procedureOf(procedure, revision).label,
    revision,
    outcome,
    openedOn: civilDateAt(openedAt.getTime()),
    closedOn: civilDateAt(closedAt.getTime()),
    retention: {
      rule: clock.rule,
      duration: durationOf(ruleByKey(clock.rule)!),
      from: dayOf(clock.startsOn),
      until: dayOf(clock.keepUntil),
    },
    holds: await holdsOf(prisma, ref),
    visa: {
      reference: visa.visa,
      givenBy: nameOf(visa.givenBy),
      givenOn: civilDateAt(visa.givenAt.getTime()),
      confirmedBy: nameOf(visa.decidedBy!),
      confirmedOn: civilDateAt(visa.decidedAt!.getTime()),
    },
    destroyedAt: destroyedAt.toISOString(),
    entries: head?.seq ?? 0,
    lastHash: head?.hash ?? genesis,
    service: baseUrl,
  };
}
