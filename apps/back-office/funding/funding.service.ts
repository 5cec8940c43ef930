import { Injectable } from '@nestjs/common';
import { fundingNamed } from '#workflows/reconversion/tasks/funding.js';
import { CaseAccess } from '../cases/case-access.js';
import { CohortReader } from '../cohorts/cohort-reader.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { notFound } from '../problems/problem.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { FundableGrants } from './fundable-grants.js';
import type { FundedJourney, GrantJourneys, JourneyFunding, NamedGrant } from './funding.dto.js';
import { GrantsOfJourneys } from './grants-of-journeys.js';

interface JourneyRow {
  ref: string;
  title: string;
  procedure: string;
  revision: string;
  stage: string;
  outcome: string | null;
}

/** Journeys and the grants that pay for them, both ways. The service's own business: participants and beneficiaries see none of it. */
@Injectable()
export class FundingService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly cohorts: CohortReader,
    private readonly fundable: FundableGrants,
    private readonly grants: GrantsOfJourneys,
    private readonly engine: CaseEngine,
  ) {}

  /** What the journeys told this grant. Throws `notFound` for what is not a grant. */
  async ofGrant(viewer: Viewer, ref: string): Promise<Fields<GrantJourneys>> {
    const { procedure } = await this.access.read(viewer, ref, 'read figures');
    if (procedure !== 'ftap') throw notFound();
    const measures = await this.prisma.measure.findMany({
      where: { caseRef: ref, OR: [{ indicator: { startsWith: 'funded/' } }, { indicator: { startsWith: 'effect/' } }] },
      orderBy: { seq: 'asc' },
    });
    const told = (...what: string[]) => measures.filter(({ indicator }) => what.includes(indicator)).length;
    const posts = new Map(
      measures
        .filter(({ indicator }) => indicator === 'funded/assigned' || indicator.startsWith('funded/inPost/'))
        .map(({ value, evidence }) => [evidence[0], value]),
    );
    const promised = await this.promised(ref, measures);
    const began = measures.filter(({ indicator }) => indicator === 'funded/started').flatMap(({ evidence }) => evidence);
    return {
      started: began.length,
      completed: told('funded/completed'),
      endedOtherwise: told('funded/failed', 'funded/left'),
      inPost: [...posts.values()].filter((value) => value === 1).length,
      ...(promised !== undefined && { promised }),
      journeys: await this.readable(viewer, began),
    };
  }

  async ofJourney(viewer: Viewer, ref: string): Promise<Fields<JourneyFunding>> {
    const { view, procedure, revision } = await this.access.read(viewer, ref, 'read figures');
    if (!procedureOf(procedure, revision).events.some(({ key }) => key === fundingNamed.key)) throw notFound();
    const grant = (await this.grants.of([ref])).get(ref);
    const read = grant === undefined ? undefined : await this.access.find(viewer, grant, 'read file');
    return {
      ...(grant !== undefined && { grant }),
      ...(read && { grantTitle: read.title }),
      open: view.waits.some(({ kind, key }) => kind === 'event' && key === fundingNamed.key),
    };
  }

  /** Names the grant that pays for one member of a cohort, another, or none. The journey refuses it once its grant knows that it began. */
  async name(viewer: Viewer, cohort: string, member: string, key: string, { grant }: NamedGrant): Promise<Receipt> {
    const { state } = await this.cohorts.managed(viewer, cohort);
    if (!state.register.members.some(({ ref }) => ref === member)) throw notFound();
    if (grant !== undefined) await this.fundable.require(viewer, grant, 'grant');
    return this.engine.act(member, {
      key,
      by: viewer.id,
      roles: ['programManager'],
      act: { kind: 'happen', id: fundingNamed.key, data: grant === undefined ? {} : { grant } },
    });
  }

  /** Agents reconverted that the grant promised, beyond those it started from: what each effect was for stands in what was filed. */
  private async promised(ref: string, measures: readonly { indicator: string; value: number }[]): Promise<number | undefined> {
    const filed = await this.prisma.journal.findUnique({ where: { caseRef_seq: { caseRef: ref, seq: 1 } } });
    const { input } = filed?.entry as unknown as { input: { application: { effects: { promised: { kind: string }[] } } } };
    const numbers = input.application.effects.promised.flatMap(({ kind }, index) => (kind === 'agentsReconverted' ? [index + 1] : []));
    const first = (indicator: string) => measures.find((one) => one.indicator === indicator)?.value ?? 0;
    if (numbers.length === 0) return undefined;
    return numbers.reduce((sum, n) => sum + first(`effect/${n}/promised`) - first(`effect/${n}/baseline`), 0);
  }

  private async readable(viewer: Viewer, refs: readonly string[]): Promise<Fields<FundedJourney>[]> {
    const rows = await this.prisma.$queryRaw<JourneyRow[]>`
      SELECT c.ref, c.title, c.procedure, c.revision, c.stage, c.outcome FROM case_file c
      WHERE c.ref = ANY (${[...refs]}) AND ${visibleCases(viewer)} ORDER BY c.ref`;
    return rows.map(({ ref, title, procedure: id, revision, stage, outcome }) => {
      const procedure = procedureOf(id, revision);
      return {
        ref,
        title,
        stageLabel: stageLabel(procedure, stage),
        ...(outcome !== null && { outcomeLabel: outcomeLabel(procedure, outcome) }),
      };
    });
  }
}
