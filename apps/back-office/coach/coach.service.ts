import { Injectable } from '@nestjs/common';
import type { Task } from '#prisma/generated/client.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { taskLabel } from '#workflows/kit/waits.js';
import type { Member } from '#workflows/cohort/register.js';
import { reviewMilestone } from '#workflows/reconversion/tasks/milestone.js';
import { coachMeeting } from '#workflows/reconversion/tasks/support.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { CohortReader } from '../cohorts/cohort-reader.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { procedureOf, stageLabel } from '../procedures.js';
import { CaseClock } from '../temporal/case-clock.js';
import { silentSince, slackBefore } from './coach-week.js';
import type { CoachedParticipant, CoachTask, CoachWeek } from './coach.dto.js';

interface Coached {
  readonly member: Member;
  readonly cohortRef: string;
  readonly cohortTitle: string;
  readonly juryOn: string;
}

/** What a coach has before them this week: the participants whom they accompany now, in the cohorts that run. */
@Injectable()
export class CoachService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly cohorts: CohortReader,
    private readonly people: PeopleService,
    private readonly clock: CaseClock,
  ) {}

  async week(viewer: Viewer): Promise<CoachWeek> {
    const coached = await this.coachedBy(viewer);
    const refs = coached.map(({ member }) => member.ref);
    const [cases, tasks, names] = await Promise.all([
      this.prisma.caseFile.findMany({ where: { ref: { in: refs } } }),
      this.prisma.task.findMany({
        where: { caseRef: { in: refs }, status: 'open', role: 'coach', OR: [{ personId: viewer.id }, { personId: null }] },
        orderBy: { lastDay: 'asc' },
      }),
      this.people.names(coached.map(({ member }) => member.owner)),
    ]);
    const participants = await Promise.all(
      coached.map(async (one): Promise<CoachedParticipant[]> => {
        const file = cases.find(({ ref }) => ref === one.member.ref);
        if (!file) return [];
        const procedure = procedureOf(file.procedure, file.revision);
        const view = file.view as unknown as CaseView;
        const own = tasks.filter(({ caseRef }) => caseRef === file.ref);
        const words = (task: Task): CoachTask => ({
          id: task.id,
          label: taskLabel(procedure, task.key),
          overdue: task.overdue,
          ...(task.lastDay && { lastDay: task.lastDay.toISOString().slice(0, 10) }),
        });
        const milestones = own.filter(({ key }) => key === reviewMilestone.key);
        const silent = silentSince(view);
        return [
          {
            ref: file.ref,
            person: { id: one.member.owner, name: names.get(one.member.owner) ?? '' },
            cohortRef: one.cohortRef,
            cohortTitle: one.cohortTitle,
            stageLabel: stageLabel(procedure, file.stage),
            paused: file.status === 'paused',
            ...(silent !== undefined && { silentSince: silent }),
            meetings: own.filter(({ key }) => key === coachMeeting.key).map(words),
            milestones: milestones.map(words),
            others: own.filter(({ key }) => key !== coachMeeting.key && key !== reviewMilestone.key).map(words),
            juryOn: one.juryOn,
            ...slackBefore(one.juryOn, await this.clock.today(file.ref), file.status === 'open' && milestones.length > 0),
          },
        ];
      }),
    );
    return { today: civilDateAt(Date.now()), participants: participants.flat().sort(mostInNeedFirst) };
  }

  private async coachedBy({ id }: Viewer): Promise<Coached[]> {
    const refs = await this.cohorts.running();
    const states = await Promise.all(refs.map(async (ref) => ({ ref, ...(await this.cohorts.stateOf(ref)) })));
    return states.flatMap(({ ref, input, register }) =>
      register.members
        .filter(({ state, coach }) => state === 'seated' && coach === id)
        .map((member) => ({ member, cohortRef: ref, cohortTitle: input.title, juryOn: register.plan.jury.on })),
    );
  }
}

const need = ({ silentSince: silent, warning, milestones, paused }: CoachedParticipant): number =>
  paused ? 4 : silent !== undefined ? 0 : warning !== undefined ? 1 : milestones.length > 0 ? 2 : 3;

const mostInNeedFirst = (a: CoachedParticipant, b: CoachedParticipant): number =>
  need(a) - need(b) || a.slackDays - b.slackDays || a.person.name.localeCompare(b.person.name, 'fr');
