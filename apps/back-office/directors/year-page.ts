import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import type { StoredCase } from '../cases/case-access.js';
import { taskOf } from '#workflows/catalogue.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { personalTasks } from '../permissions/visibility.js';
import { procedureOf } from '../procedures.js';
import { eventRow, placeView, SeatedEvents } from '../seats/seated-events.js';
import type { SeatState } from '#workflows/seated-event/news.js';
import { nextThing, type Situation } from './next-thing.js';
import { YearFactsReader, type YearFacts } from './year-facts.js';
import type { NextThingView, OfferedEvent, YearProgress, YearTask, YearView } from './years.dto.js';

interface StoredTask {
  readonly id: string;
  readonly key: string;
  readonly last_day: string | null;
  readonly overdue: boolean;
}

/** What a year's page shows: the next thing, what was done, what is booked, what is offered. */
@Injectable()
export class YearPage {
  constructor(
    private readonly prisma: PrismaService,
    private readonly events: SeatedEvents,
    private readonly facts: YearFactsReader,
  ) {}

  async of(viewer: Viewer, one: StoredCase, today: string): Promise<Pick<Fields<YearView>, 'next' | 'progress' | 'tasks' | 'dates'>> {
    const [facts] = await this.facts.ofYears([one.ref]);
    if (!facts) throw new Error(`${one.ref} has no journal.`);
    const [offers, tasks] = await Promise.all([this.offers(one, facts), this.tasks(viewer, one)]);
    return {
      next: one.status === 'open' ? next(facts, { offers, tasks, today }) : { kind: 'nothing' },
      progress: progress(facts),
      tasks,
      dates: offers.filter(({ mine }) => mine !== undefined && !forgotten.has(mine.state)),
    };
  }

  /** Events of the year's edition, the next first, with one's own place. */
  async offers({ ref, call_id }: StoredCase, known?: YearFacts): Promise<Fields<OfferedEvent>[]> {
    const [facts] = known ? [known] : await this.facts.ofYears([ref]);
    const events = await this.events.ofEditions(call_id === null ? [] : [call_id]);
    const places = await this.events.places(events.map((event) => event.ref));
    return events.map((event) => {
      const mine = places.find((place) => place.event === event.ref && place.year === ref);
      return {
        ...eventRow(event, places),
        declined: facts?.declined.includes(event.ref) ?? false,
        ...(mine && { mine: placeView(mine, places) }),
      };
    });
  }

  /** What the case asks of this person, who may be a delegate: what only the director may do is not among a delegate's. */
  private async tasks(viewer: Viewer, { ref, procedure, revision }: StoredCase): Promise<Fields<YearTask>[]> {
    const asDirector = { ...viewer, grants: viewer.grants.filter(({ role }) => role === 'director') };
    const rows = await this.prisma.$queryRaw<StoredTask[]>`
      SELECT t.id, t.key, t.last_day::text, t.overdue FROM task t JOIN case_file c ON c.ref = t.case_ref
      WHERE t.case_ref = ${ref} AND t.status = 'open' AND ${personalTasks(asDirector)} ORDER BY t.last_day, t.asked_at`;
    return rows.map(({ id, key, last_day, overdue }) => ({
      id,
      label: taskOf(procedureOf(procedure, revision), key)?.label ?? key,
      ...(last_day !== null && { lastDay: last_day }),
      overdue,
    }));
  }
}

/** What came to nothing is not held against anybody, and not shown. */
const forgotten = new Set<SeatState>(['givenBack', 'missed', 'released', 'unseated']);

const progress = ({ launched, signed, visits, activities, terms }: YearFacts): Fields<YearProgress> => ({
  launched,
  signed,
  visits,
  minimumVisits: terms.minimumVisits,
  activities,
  minimumActivities: terms.minimumActivities,
});

function next(
  facts: YearFacts,
  { offers, tasks, today }: { offers: readonly Fields<OfferedEvent>[]; tasks: readonly Fields<YearTask>[]; today: string },
): Fields<NextThingView> {
  const situation: Situation = {
    today,
    stage: facts.stage,
    tasks,
    offers: offers.map(({ ref, kind, on, seatsLeft, open, mine }) => ({
      ref,
      kind,
      on,
      seatsLeft,
      open,
      ...(mine && { state: mine.state }),
    })),
    declined: new Set(facts.declined),
    launched: facts.launched,
    left: { visit: facts.terms.minimumVisits - facts.visits, activity: facts.terms.minimumActivities - facts.activities },
  };
  const found = nextThing(situation);
  const event = 'event' in found ? offers.find(({ ref }) => ref === found.event) : undefined;
  const task = 'task' in found ? tasks.find(({ id }) => id === found.task.id) : undefined;
  return { kind: found.kind, ...(event && { event }), ...(task && { task }) };
}
