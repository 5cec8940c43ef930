import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import { policyOf } from '#workflows/kit/interventions.js';
import { modeOf } from '#workflows/kit/refusal.js';
import { auditing } from '../accesses/auditing.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { interventionKinds } from '../interventions/interventions.dto.js';
import { extentOf } from '../permissions/matrix.js';
import { rolesOn } from '../permissions/standing.js';
import { isNarrow, sessionProcedure } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { procedureOf } from '../procedures.js';
import { CaseClock } from '../temporal/case-clock.js';
import { InboxService } from '../tasks/inbox.service.js';
import { CaseAccess, placeOfCase, type StoredCase } from './case-access.js';
import { awaited, caseRow } from './case-row.js';
import type { CaseDetail, PossibleIntervention, StageStep, WaitRow } from './cases.dto.js';
import { PastCases } from './past-cases.js';
import { WaitRows } from './wait-rows.js';

@Injectable()
export class CaseDetailService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly past: PastCases,
    private readonly waits: WaitRows,
    private readonly inbox: InboxService,
    private readonly clock: CaseClock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The case as it is, with what this person may do; or, with `on`, as it was at the end of that day, where nothing can be done. */
  async get(viewer: Viewer, ref: string, on?: CivilDate): Promise<CaseDetail> {
    const now = await this.access.read(viewer, ref);
    const one = on === undefined ? now : await this.past.at(now, on);
    const [milestones, waits, myTasks, today, exported] = await Promise.all([
      this.prisma.journal.findMany({
        where: { caseRef: ref, type: { in: ['opened', 'entered'] }, seq: { lte: one.view.lastSeq } },
        orderBy: { seq: 'asc' },
      }),
      this.waits.of(viewer, [one]),
      this.inbox.ofCase(viewer, ref),
      this.clock.today(ref),
      this.access.find(viewer, ref, 'export'),
    ]);
    const entries = milestones.map(({ entry }) => entry as unknown as Entry);
    const rows = (waits.get(ref) ?? []).map((row) => (on === undefined ? row : asPast(row)));
    const { pause } = one.view;
    const glass = glassOn(viewer, ref);
    const mayAdvance = rolesOn(placeOfCase(one), viewer, 'fast-forward').some((role) => extentOf('fast-forward', role) !== undefined);
    return {
      ...caseRow(one, awaited(rows.filter(({ kind }) => kind !== 'clock'))),
      revision: one.revision,
      application: opening(viewer, one, entries),
      stages: steps(one, entries),
      clocks: rows.filter(({ kind }) => kind === 'clock'),
      offers: rows.filter(({ optional, mayAct }) => optional && mayAct),
      ...(pause && { pause: { ...pause } }),
      today,
      fastForward: on === undefined && this.environment.JALON_DEMONSTRATION && one.status !== 'closed' && mayAdvance,
      interventions: on === undefined && !glass ? possible(viewer, one) : [],
      myTasks: on === undefined ? myTasks : [],
      ...(on !== undefined && { asOf: on }),
      mayExport: exported !== undefined,
      mayReadJournal: rolesOn(placeOfCase(one), auditing(viewer)).length > 0,
      seesReaders: one.owner_id === viewer.id && this.environment.JALON_OWNER_SEES_ACCESSES,
      ...(glass && { glassUntil: glass.until.toISOString() }),
    };
  }
}

/** The break-glass through which alone this person reads the case. */
const glassOn = (viewer: Viewer, ref: string) => viewer.grants.find(({ glass }) => glass?.ref === ref)?.glass;

/** What was awaited then cannot be done now. */
const asPast = ({ taskId: _task, context: _context, ...row }: WaitRow): WaitRow => ({ ...row, mayAct: false });

/** What the case began with. A session's is its whole agenda, of which its members read only the cases on which they sit. */
function opening(viewer: Viewer, one: StoredCase, entries: readonly Entry[]): Record<string, unknown> {
  const isClosed = one.procedure === sessionProcedure && rolesOn(placeOfCase(one), viewer).every((role) => isNarrow(role, one.procedure));
  const opened = entries.find((entry): entry is EntryOf<'opened'> => entry.type === 'opened');
  return isClosed ? {} : ((opened?.input ?? {}) as Record<string, unknown>);
}

/** The stages that the case went through, as it last came to them; then those that may still come, in the procedure's order. */
function steps({ procedure, revision, stage, status }: StoredCase, entries: readonly Entry[]): StageStep[] {
  const stages = Object.values(procedureOf(procedure, revision).stages);
  const entered = new Map(entries.flatMap((entry) => (entry.type === 'entered' ? [[entry.stage, entry.at] as const] : [])));
  const through = stages
    .flatMap(({ id, label }) => {
      const at = entered.get(id);
      return at === undefined ? [] : [{ id, label, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ id, label, at }): StageStep => {
      const state = id === stage && status !== 'closed' ? 'current' : 'done';
      return { id, label, state, enteredAt: new Date(at).toISOString() };
    });
  // From a side way the case comes back to the last main stage that it had reached.
  const reached = stages.findLastIndex(({ id, side }) => !side && entered.has(id));
  const ahead = status === 'closed' ? [] : stages.slice(reached + 1).filter(({ id, side }) => !side && !entered.has(id));
  return [...through, ...ahead.map(({ id, label }): StageStep => ({ id, label, state: 'coming' }))];
}

/** What this person may do to the case now, outright or by asking. */
function possible(viewer: Viewer, one: StoredCase): PossibleIntervention[] {
  if (one.status === 'closed') return [];
  const procedure = procedureOf(one.procedure, one.revision);
  const roles = rolesOn(placeOfCase(one), viewer, 'intervene');
  return interventionKinds.flatMap((kind): PossibleIntervention[] => {
    if (kind === (one.status === 'paused' ? 'pause' : 'resume')) return [];
    const policy = policyOf(procedure, kind);
    const mode = modeOf(policy, roles, one.stage);
    return mode === undefined ? [] : [{ kind, label: policy.label, mode }];
  });
}
