import { Injectable } from '@nestjs/common';
import type { Elsewhere } from '#workflows/cohort/clashes.js';
import { type CohortState, cohortState } from '#workflows/cohort/state.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Role } from '#workflows/kit/people.js';
import { CaseAccess, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { holdsFor } from '../permissions/holds-for.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';

export const cohortProcedure = 'cohort';

export interface ReadCohort {
  readonly one: StoredCase;
  readonly state: CohortState;
}

/** Whether the viewer runs cohorts: the program manager of their procedure. */
export const runsCohorts = (viewer: Viewer): boolean => holdsFor(viewer, 'programManager', cohortProcedure);

/** Roles that see who the members of a cohort are. */
const watching: readonly Role[] = ['programManager', 'direction', 'authority', 'auditor'];
export const watchesCohorts = (viewer: Viewer): boolean => watching.some((role) => holdsFor(viewer, role, cohortProcedure));

/** Cohorts as their journals tell them. */
@Injectable()
export class CohortReader {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
  ) {}

  async read(viewer: Viewer, ref: string): Promise<ReadCohort> {
    const one = await this.access.read(viewer, ref);
    if (one.procedure !== cohortProcedure) throw notFound();
    return { one, state: await this.stateOf(ref) };
  }

  /** The cohort, for who may change it. */
  async managed(viewer: Viewer, ref: string): Promise<ReadCohort> {
    if (!runsCohorts(viewer)) throw new Problem('forbidden');
    return this.read(viewer, ref);
  }

  async stateOf(ref: string): Promise<CohortState> {
    return cohortState(await this.journalOf(ref));
  }

  async journalOf(caseRef: string): Promise<Entry[]> {
    const rows = await this.prisma.journal.findMany({ where: { caseRef }, orderBy: { seq: 'asc' }, select: { entry: true } });
    return rows.map(({ entry }) => entry as unknown as Entry);
  }

  /** References of the cohorts that are not over. */
  async running(): Promise<string[]> {
    const rows = await this.prisma.caseFile.findMany({
      where: { procedure: cohortProcedure, status: { not: 'closed' } },
      select: { ref: true },
      orderBy: { ref: 'asc' },
    });
    return rows.map(({ ref }) => ref);
  }

  /** Sessions of the other cohorts: they take places and trainers too. */
  async elsewhere(ref: string): Promise<Elsewhere[]> {
    const others = (await this.running()).filter((other) => other !== ref);
    const states = await Promise.all(others.map((other) => this.stateOf(other)));
    return states.flatMap(({ input, register }) =>
      register.plan.sessions.map(({ title, on, place, trainer }) => ({
        what: `${title} (${input.title})`,
        on,
        place,
        ...(trainer !== undefined && { trainer }),
      })),
    );
  }
}
