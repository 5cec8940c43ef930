import { Injectable } from '@nestjs/common';
import { procedureOf } from '#workflows/catalogue.js';
import { type MemberUnder, memberUnder } from '#workflows/cohort/members-under.js';
import type { CohortPlan } from '#workflows/cohort/plan.js';
import { memberOf } from '#workflows/cohort/register.js';
import { planChanged, type PlanChange } from '#workflows/cohort/tasks/plan-changes.js';
import { type CohortPreview, planUnder, previewOf, recoachedIn, type WhatIf } from '#workflows/cohort/what-if.js';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { Player } from '#workflows/kit/rehearsal.js';
import { sameJson } from '#workflows/kit/same-json.js';
import { typicalPlayer } from '#workflows/reconversion/course/index.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { CohortReader, type ReadCohort } from './cohort-reader.js';
import { checkPlan } from './cohorts.service.js';
import type { AppliedWhatIf, CohortPreviewView, CohortWhatIf } from './cohort-change.dto.js';
import { peopleInPreview, previewView } from './preview-view.js';

/** How the rest of a member's life is played in a preview: as a journey that goes well. */
const typical: Player = typicalPlayer;

/** Tries a change on a cohort without touching it, brings it as one act, sends it or takes it back. */
@Injectable()
export class CohortWhatIfService {
  constructor(
    private readonly reader: CohortReader,
    private readonly people: PeopleService,
    private readonly clock: CaseClock,
    private readonly engine: CaseEngine,
  ) {}

  /** Rehearses the cohort and each of its members from their journals. Nothing is kept. */
  async preview(viewer: Viewer, ref: string, whatIf: CohortWhatIf): Promise<CohortPreviewView> {
    const read = await this.reader.managed(viewer, ref);
    const plan = planOf(read, whatIf);
    const { register, input } = read.state;
    const [now, elsewhere] = await Promise.all([this.clock.now(ref), this.reader.elsewhere(ref)]);
    const today = await this.clock.today(ref);
    const preview = previewOf(register, plan, 'Essai d’un changement.', { now, today, zone: input.zone, elsewhere });
    const members = await this.membersUnder(preview);
    const names = await this.people.names(peopleInPreview(register, preview));
    return previewView(register, preview, members, {
      nameOf: (person) => names.get(person) ?? '',
      recoached: (one) => recoachedIn(preview, one),
    });
  }

  /** One act, whatever it moves. Nobody is told before its grace is over. */
  async apply(viewer: Viewer, ref: string, key: string, { whatIf, plan, why }: AppliedWhatIf): Promise<Receipt> {
    const read = await this.reader.managed(viewer, ref);
    const data: PlanChange = { plan: plan, why };
    const act = { kind: 'happen' as const, id: planChanged.key, data };
    const isAgain = read.state.pending !== undefined && sameJson(read.state.pending.plan, plan);
    if (!isAgain) {
      if (read.state.pending) throw new Problem('changeWaiting');
      if (!sameJson(planOf(read, whatIf), plan)) throw new Problem('cohortChanged');
    }
    return this.engine.act(ref, { key, by: viewer.id, roles: ['programManager'], act });
  }

  /** Sends the change that waits, or takes it back: possible until the end of the next working day. */
  async release(viewer: Viewer, ref: string, key: string, verdict: 'send' | 'undo'): Promise<Receipt> {
    const { state } = await this.reader.managed(viewer, ref);
    if (!state.pending) throw new Problem('noChangeWaiting');
    const act = { kind: 'answer' as const, id: state.pending.item, answer: { verdict } };
    return this.engine.act(ref, { key, by: viewer.id, roles: ['programManager'], act });
  }

  private async membersUnder({ consequences }: CohortPreview): Promise<MemberUnder[]> {
    const refs = [...new Set(consequences.heard.map(({ ref }) => ref))];
    const under: MemberUnder[] = [];
    for (const ref of refs) {
      const journal = await this.reader.journalOf(ref);
      const [opened] = journal;
      if (opened?.type !== 'opened' || !memberOf(consequences.register, ref)) continue;
      const adopted = journal.findLast((entry): entry is EntryOf<'adopted'> => entry.type === 'adopted');
      const procedure = procedureOf(opened.procedure, adopted?.revision ?? opened.revision);
      const heard = consequences.heard.filter((one) => one.ref === ref);
      under.push(await memberUnder({ procedure, journal, now: await this.clock.now(ref), play: typical }, heard));
    }
    return under;
  }
}

/** The plan under what is tried. Throws `invalid` when it says too little, or makes no plan. */
function planOf({ state: { register, input } }: ReadCohort, tried: CohortWhatIf): CohortPlan {
  const plan = planUnder(register.plan, whatIfOf(tried), input.zone);
  checkPlan(plan);
  return plan;
}

function whatIfOf({ kind, on, person, plan }: CohortWhatIf): WhatIf {
  if (kind === 'moveJury' && on !== undefined) return { kind, on };
  if (kind === 'shiftStart' && on !== undefined) return { kind, startsOn: on };
  if (kind === 'loseCoach' && person !== undefined) return { kind, person };
  if (kind === 'replan' && plan !== undefined) return { kind, plan: plan };
  const field = kind === 'loseCoach' ? 'person' : kind === 'replan' ? 'plan' : 'on';
  throw new Problem('invalid', { fields: { [field]: 'Renseignez ce champ.' } });
}
