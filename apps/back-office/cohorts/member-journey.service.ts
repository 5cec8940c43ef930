import { Injectable } from '@nestjs/common';
import { CaseAccess } from '../cases/case-access.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import { journeyIds } from './cohort-plan.dto.js';
import { CohortReader } from './cohort-reader.js';
import { memberJourney } from './member-journey.js';
import type { JourneyView } from './member-journey.dto.js';

/** A participant's journey, for whoever reads its case. */
@Injectable()
export class MemberJourneyService {
  constructor(
    private readonly access: CaseAccess,
    private readonly reader: CohortReader,
    private readonly people: PeopleService,
  ) {}

  async of(viewer: Viewer, ref: string): Promise<JourneyView> {
    const { procedure, owner_id: owner, view } = await this.access.read(viewer, ref);
    if (!journeyIds.some((id) => id === procedure)) throw notFound();
    const { cohort, coach, ...journey } = memberJourney(await this.reader.journalOf(ref), view);
    const [names, { input }] = await Promise.all([
      this.people.names([owner, ...(coach === undefined ? [] : [coach])]),
      this.reader.stateOf(cohort),
    ]);
    const named = (id: string) => ({ id, name: names.get(id) ?? '' });
    return {
      ref,
      person: named(owner),
      cohortTitle: input.title,
      ...(coach !== undefined && { coach: named(coach) }),
      ...journey,
      sessions: [...journey.sessions],
      milestones: [...journey.milestones],
    };
  }
}
