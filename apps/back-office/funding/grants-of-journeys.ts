import { Injectable } from '@nestjs/common';
import type { Entry } from '#workflows/kit/journal.js';
import { fundingNamed, type NamedFunding } from '#workflows/reconversion/tasks/funding.js';
import { PrismaService } from '../database/prisma.service.js';

interface Told {
  ref: string;
  entry: Entry;
}

/** Which grant pays for each journey, as its journal tells: named when it was opened, or since. */
@Injectable()
export class GrantsOfJourneys {
  constructor(private readonly prisma: PrismaService) {}

  /** References of grants by those of journeys; without those that none pays for. */
  async of(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.prisma.$queryRaw<Told[]>`
      SELECT j.case_ref AS ref, j.entry FROM journal j
      WHERE j.case_ref = ANY (${[...refs]}) AND (j.seq = 1 OR (j.type = 'happened' AND j.entry ->> 'id' LIKE ${`${fundingNamed.key}-%`}))
      ORDER BY j.case_ref, j.seq`;
    const grants = new Map<string, string>();
    for (const { ref, entry } of rows) {
      const grant = namedIn(entry);
      if (grant === undefined) grants.delete(ref);
      else grants.set(ref, grant);
    }
    return grants;
  }
}

function namedIn(entry: Entry): string | undefined {
  if (entry.type === 'opened') return (entry.input as { readonly fundedBy?: string }).fundedBy;
  return entry.type === 'happened' ? (entry.data as NamedFunding).grant : undefined;
}
