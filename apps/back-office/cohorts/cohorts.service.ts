import { Injectable } from '@nestjs/common';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import { clashesOf } from '#workflows/cohort/clashes.js';
import { cohortInput } from '#workflows/cohort/input.js';
import { cohortPlan } from '#workflows/cohort/plan.js';
import { projectManager, strategyAdviser } from '#workflows/reconversion/templates.js';
import { caseColumns, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { FundableGrants } from '../funding/fundable-grants.js';
import { GrantsOfJourneys } from '../funding/grants-of-journeys.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { clashText, peopleIn } from './clash-words.js';
import { cohortProcedure, CohortReader, runsCohorts, watchesCohorts } from './cohort-reader.js';
import { cohortRow, cohortView, type MemberCase, peopleOf } from './cohort-view.js';
import type { CohortCandidates, CohortPlanDto, JourneyId, NewCohort } from './cohort-plan.dto.js';
import type { CohortRow, CohortView } from './cohorts.dto.js';

/** What each journey is made of; frozen in the cohort, and in each of its members' cases. */
const templates = { 'reconversion-3m': projectManager, 'reconversion-6m': strategyAdviser } as const satisfies Record<JourneyId, object>;

@Injectable()
export class CohortsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly reader: CohortReader,
    private readonly people: PeopleService,
    private readonly clock: CaseClock,
    private readonly engine: CaseEngine,
    private readonly fundable: FundableGrants,
    private readonly grants: GrantsOfJourneys,
  ) {}

  /** The latest start first. */
  async list(viewer: Viewer): Promise<CohortRow[]> {
    const rows = await this.prisma.$queryRaw<StoredCase[]>`
      SELECT ${caseColumns} FROM case_file c WHERE c.procedure = ${cohortProcedure} AND ${visibleCases(viewer)}
      ORDER BY c.opened_at DESC LIMIT 200`;
    const read = await Promise.all(rows.map(async (one) => cohortRow(one, await this.reader.stateOf(one.ref))));
    return read.sort((a, b) => b.startsOn.localeCompare(a.startsOn));
  }

  /** Trainers and juries read the calendar; who the members are is for those who watch over cohorts. */
  async get(viewer: Viewer, ref: string): Promise<CohortView> {
    const { one, state } = await this.reader.read(viewer, ref);
    const { register, input, pending } = state;
    const watches = watchesCohorts(viewer);
    const [today, elsewhere, cases, grants] = await Promise.all([
      this.clock.today(ref),
      this.reader.elsewhere(ref),
      this.casesOf(ref),
      this.grants.of(register.members.map((member) => member.ref)),
    ]);
    // That dates pass is no clash: they pass.
    const clashes = clashesOf(register, { today, zone: input.zone, elsewhere }).filter(({ kind }) => kind !== 'past');
    const names = await this.people.names([
      ...peopleOf(register),
      input.manager,
      ...(pending ? [pending.by] : []),
      ...clashes.flatMap(peopleIn),
    ]);
    const nameOf = (person: string) => names.get(person) ?? '';
    const { fundedBy, ...view } = cohortView(one, state, { nameOf, cases, grants, managed: runsCohorts(viewer) });
    return {
      ...view,
      ...(watches && fundedBy !== undefined && { fundedBy }),
      members: watches ? view.members : [],
      clashes: watches ? clashes.map((clash) => ({ kind: clash.kind, text: clashText(clash, nameOf), isNew: false })) : [],
    };
  }

  /** Who may be in the team. A coach who is also a member of the jury never judges whom they accompany. */
  async candidates(): Promise<CohortCandidates> {
    const holding = (role: string) =>
      this.prisma.person.findMany({
        where: { grants: { some: { role, OR: [{ procedure: null }, { procedure: cohortProcedure }] } } },
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      });
    const [coaches, trainers, jury] = await Promise.all([holding('coach'), holding('expert'), holding('juryMember')]);
    return { coaches, trainers, jury };
  }

  async open(viewer: Viewer, { journey: id, plan, ...asked }: NewCohort): Promise<{ ref: string }> {
    if (!runsCohorts(viewer)) throw new Problem('forbidden');
    const today = civilDateAt(Date.now());
    const journey = procedureInForce(id, today);
    const procedure = procedureInForce(cohortProcedure, today);
    if (!journey || !procedure) throw new Error('No revision of cohorts or of their journeys is in force.');
    this.check(plan, asked.applicationsUntil, today);
    await this.checkTeam(plan);
    if (asked.fundedBy !== undefined) await this.fundable.require(viewer, asked.fundedBy, 'fundedBy');
    const input = cohortInput.parse({
      ...asked,
      manager: viewer.id,
      journey: { id: journey.id, revision: journey.revision },
      template: templates[id],
      plan,
    });
    const [numbered] = await this.prisma.$queryRaw<{ number: bigint }[]>`SELECT nextval('case_number') AS number`;
    const ref = `COHORTE-${today.slice(0, 4)}-${String(numbered?.number ?? 0n).padStart(6, '0')}`;
    await this.engine.open({ procedure: procedure.id, revision: procedure.revision, ref, input, by: viewer.id });
    return { ref };
  }

  private check(plan: CohortPlanDto, applicationsUntil: string, today: string) {
    if (applicationsUntil < today) throw new Problem('invalid', { fields: { applicationsUntil: 'Cette date est passée.' } });
    if (plan.startsOn <= applicationsUntil)
      throw new Problem('invalid', { fields: { 'plan.startsOn': 'La cohorte commence après la fin des candidatures.' } });
    checkPlan(plan);
  }

  /** Everybody named is a person who may be asked. */
  private async checkTeam({ coaches, sessions, jury }: CohortPlanDto) {
    const possible = await this.candidates();
    const among = (people: readonly { id: string }[], ids: readonly string[]) => ids.every((id) => people.some((one) => one.id === id));
    const fields = {
      ...(!among(
        possible.coaches,
        coaches.map(({ person }) => person),
      ) && { 'plan.coaches': 'Une de ces personnes n’est pas coach.' }),
      ...(!among(
        possible.trainers,
        sessions.flatMap(({ trainer }) => trainer ?? []),
      ) && { 'plan.sessions': 'Un formateur n’a pas ce rôle.' }),
      ...(!among(possible.jury, jury.members) && { 'plan.jury.members': 'Une de ces personnes ne peut pas être du jury.' }),
    };
    if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
  }

  private async casesOf(ref: string): Promise<ReadonlyMap<string, MemberCase>> {
    const rows = await this.prisma.$queryRaw<MemberCase[]>`
      SELECT c.ref, c.procedure, c.revision, c.stage, c.status, c.outcome, c.next_day::text, c.view FROM case_file c
      WHERE c.parent_ref = ${ref} ORDER BY c.ref`;
    return new Map(rows.map((one) => [one.ref, one]));
  }
}

/** Throws `invalid` with the fields that do not fit together. */
export function checkPlan(plan: CohortPlanDto): void {
  const parsed = cohortPlan.safeParse(plan);
  if (parsed.success) return;
  throw new Problem('invalid', {
    fields: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [['plan', ...path].join('.'), message])),
  });
}
