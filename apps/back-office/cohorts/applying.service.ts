import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as moment } from 'node:timers/promises';
import type { Draft } from '#prisma/generated/client.js';
import { mayApply } from '#workflows/cohort/register.js';
import type { CohortState } from '#workflows/cohort/state.js';
import { applicationReceived, type Application } from '#workflows/cohort/tasks/members.js';
import { applicationForm } from '#workflows/reconversion/application.js';
import { journeyTemplate } from '#workflows/reconversion/template.js';
import { PrismaService } from '../database/prisma.service.js';
import { requireAttached } from '../documents/attached.js';
import { DraftAccess } from '../drafts/draft-access.js';
import { documentIds, formErrors } from '../forms/form-shape.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseEngine } from '../temporal/case-engine.js';
import type { Applied, NewApplication } from './applications.dto.js';
import { cohortProcedure, CohortReader } from './cohort-reader.js';
import { journeyLabel } from './cohort-view.js';
import type { OpenCohort } from './cohorts.dto.js';

/** Applications to cohorts: brought to the cohort's case on behalf of the participant, which opens a case for them. */
@Injectable()
export class ApplyingService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly reader: CohortReader,
    private readonly drafts: DraftAccess,
    private readonly clock: CaseClock,
    private readonly engine: CaseEngine,
  ) {}

  /** Cohorts that still take applications, the first to start first. */
  async open(viewer: Viewer): Promise<OpenCohort[]> {
    const refs = await this.reader.running();
    const read = await Promise.all(
      refs.map(async (ref) => ({ ref, today: await this.clock.today(ref), state: await this.reader.stateOf(ref) })),
    );
    return read
      .filter(({ today, state }) => today <= state.input.applicationsUntil)
      .map(({ ref, state: { input, register } }) => {
        const mine = register.members.findLast(({ owner }) => owner === viewer.id)?.ref;
        return {
          ref,
          title: input.title,
          journey: input.journey.id,
          journeyLabel: journeyLabel(input.journey.id),
          startsOn: register.plan.startsOn,
          applicationsUntil: input.applicationsUntil,
          seats: input.seats,
          tracks: journeyTemplate.parse(input.template).tracks.map(({ key, label }) => ({ key, label })),
          ...(mine !== undefined && { mine }),
        };
      })
      .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  }

  /** A place for the files of an application: the same one each time the person comes back. */
  async draft(viewer: Viewer, ref: string): Promise<{ draftId: string }> {
    await this.taking(ref);
    const begun = await this.prisma.draft.findMany({ where: { ownerId: viewer.id, procedure: cohortProcedure, caseRef: null } });
    const mine = begun.find(({ content }) => (content as { cohort?: string }).cohort === ref);
    if (mine) return { draftId: mine.id };
    const data = { id: randomUUID(), procedure: cohortProcedure, ownerId: viewer.id, content: { cohort: ref } };
    const { id } = await this.prisma.draft.create({ data });
    return { draftId: id };
  }

  /** The same application sent twice is one: its draft says into which case it went. */
  async apply(viewer: Viewer, ref: string, key: string, asked: NewApplication): Promise<Applied> {
    const draft = await this.drafts.owned(viewer, asked.draftId);
    if (draft.caseRef !== null) return { ref: draft.caseRef };
    const state = await this.taking(ref);
    const data = await this.checked(viewer, draft, state, asked);
    const { seq } = await this.engine.act(ref, {
      key,
      by: viewer.id,
      roles: ['participant'],
      act: { kind: 'happen', id: applicationReceived.key, data },
    });
    const opened = await this.caseOpenedAfter(ref, seq, viewer.id);
    if (opened === undefined) throw new Problem('alreadyApplied');
    await this.prisma.$transaction([
      this.prisma.draft.update({ where: { id: draft.id }, data: { caseRef: opened } }),
      this.prisma.document.updateMany({ where: { draftId: draft.id }, data: { caseRef: opened } }),
    ]);
    await this.hasBegun(opened);
    return { ref: opened };
  }

  private async taking(ref: string): Promise<CohortState> {
    const found = await this.prisma.caseFile.findUnique({ where: { ref }, select: { procedure: true, status: true } });
    if (found?.procedure !== cohortProcedure) throw notFound();
    const state = await this.reader.stateOf(ref);
    if (found.status === 'closed' || (await this.clock.today(ref)) > state.input.applicationsUntil) throw new Problem('cohortNotOpen');
    return state;
  }

  private async checked(viewer: Viewer, draft: Draft, { input, register }: CohortState, asked: NewApplication): Promise<Application> {
    if (!mayApply(register, viewer.id)) throw new Problem('alreadyApplied');
    const form = applicationForm(journeyTemplate.parse(input.template));
    const errors = formErrors(form, asked.application);
    if (Object.keys(errors).length > 0) throw new Problem('invalid', { fields: errors });
    const { track, ...application } = form.parse(asked.application);
    await requireAttached(this.prisma, { draftId: draft.id }, documentIds(form, asked.application));
    const { employer } = asked;
    return {
      owner: viewer.id,
      application,
      ...(track !== undefined && { track }),
      ...(employer !== undefined && { employer }),
    };
  }

  /** The cohort's journal says which case it opened for this application. */
  private async caseOpenedAfter(caseRef: string, seq: number, owner: string): Promise<string | undefined> {
    const rows = await this.prisma.journal.findMany({ where: { caseRef, seq: { gt: seq }, type: 'childOpened' }, orderBy: { seq: 'asc' } });
    const entries = rows.map(({ entry }) => entry as unknown as { ref: string; input: { owner: string } });
    return entries.find(({ input }) => input.owner === owner)?.ref;
  }

  /** The case writes its own first entries, a moment after the cohort opened it; who goes to its page too early finds it all the same later. */
  private async hasBegun(ref: string): Promise<void> {
    for (let tries = 0; tries < 40; tries++) {
      if (await this.prisma.caseFile.findUnique({ where: { ref }, select: { ref: true } })) return;
      await moment(50);
    }
  }
}
