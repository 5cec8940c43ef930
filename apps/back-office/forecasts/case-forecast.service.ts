import { Injectable } from '@nestjs/common';
import { forecastOf } from '#activities/forecast/forecast-of.js';
import { childrenOf } from '#activities/forecast/stale-cases.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { eventOf } from '#workflows/catalogue.js';
import type { ExpectedAct } from '#workflows/kit/forecast-acts.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { taskLabel } from '#workflows/kit/waits.js';
import { CaseAccess } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { roleTitles } from '../people/role-titles.js';
import type { Viewer } from '../permissions/viewer.js';
import { groupLabel, outcomeLabel, procedureOf } from '../procedures.js';
import { CaseClock } from '../temporal/case-clock.js';
import type { CaseForecastView, ForecastAct } from './forecasts.dto.js';

/** How many of the next acts are shown. */
const shownActs = 8;

/** The forecast of one case, played as it is asked for. Only the service reads it: to an applicant a date would be a promise. */
@Injectable()
export class CaseForecastService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
    private readonly clock: CaseClock,
  ) {}

  async of(viewer: Viewer, ref: string): Promise<CaseForecastView> {
    const one = await this.access.read(viewer, ref, 'read forecast');
    const now = await this.clock.now(ref);
    const procedure = procedureOf(one.procedure, one.revision);
    const named = { ref, today: civilDateAt(now) };
    if (one.closed_at) {
      const outcome = one.outcome ?? '';
      const endsOn = civilDateAt(one.closed_at.getTime());
      return { ...named, endsOn, outcome, outcomeLabel: outcomeLabel(procedure, outcome), waitsFor: [], acts: [], more: 0 };
    }
    const [journal, children] = await Promise.all([this.journalOf(ref), childrenOf(this.prisma, [ref])]);
    const { endsOn, outcome, waitsFor, unforeseen, acts } = await forecastOf({ journal, now, children: children.get(ref) ?? new Map() });
    const next = acts.slice(0, shownActs);
    const names = await this.people.names(next.flatMap(({ person }) => person ?? []));
    return {
      ...named,
      ...(endsOn !== undefined && { endsOn }),
      ...(outcome !== undefined && { outcome, outcomeLabel: outcomeLabel(procedure, outcome) }),
      ...(unforeseen !== undefined && { unforeseen }),
      waitsFor: [...waitsFor],
      acts: next.map((act) => actView(procedure, act, names)),
      more: acts.length - next.length,
    };
  }

  private async journalOf(caseRef: string): Promise<Entry[]> {
    const rows = await this.prisma.journal.findMany({ where: { caseRef }, orderBy: { seq: 'asc' }, select: { entry: true } });
    return rows.map(({ entry }) => entry as unknown as Entry);
  }
}

function actView(procedure: Procedure, { key, kind, person, group, ...act }: ExpectedAct, names: ReadonlyMap<string, string>): ForecastAct {
  const label = kind === 'task' ? taskLabel(procedure, key) : (eventOf(procedure, key)?.label ?? key);
  // A person whom only the rehearsal invents has no name.
  const name = person === undefined ? undefined : names.get(person);
  return {
    ...act,
    label,
    roleLabel: roleTitles[act.role],
    ...(group !== undefined && { group: groupLabel(procedure.id, group) }),
    ...(person !== undefined && name !== undefined && { person: { id: person, name } }),
  };
}
