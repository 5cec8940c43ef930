import { judgeAdoption } from './adoption.js';
import { requestIntervention } from './approval.js';
import type { CaseRun } from './case-run.js';
import { adopted, interveneInPlace } from './intervening.js';
import type { Intervention } from './journal.js';
import type { ActRequest, Refusal } from './messages.js';
import type { PersonId } from './people.js';
import type { Procedure } from './procedure.js';
import { policyOf } from './interventions.js';
import { currentStage, interventionImpossible, modeOf, refusalOf } from './refusal.js';
import { correctionsOf } from './resume.js';
import { retell } from './retelling.js';

/** What drives a run: it lets the story settle, and finds the revisions of the case's procedure. */
export interface Driver {
  /** Resolves when everything the story could do for now is done. */
  readonly settle: () => Promise<void>;
  readonly revision: (id: string) => Procedure | undefined;
}

/** A case in motion. A correction or an adoption replaces the run by one that was told the same past differently. */
export class ActingCase {
  constructor(
    public run: CaseRun,
    private readonly driver: Driver,
  ) {}

  /** Does one act and lets the story settle; returns why not when it is refused, and then nothing was written. */
  async act(request: ActRequest): Promise<Refusal | undefined> {
    const refused = refusalOf(this.run, request) ?? (await this.perform(request));
    if (refused) return refused;
    await this.driver.settle();
    await this.doGranted();
    return undefined;
  }

  /** Rings one line that is due and lets the story settle; false when none is. */
  async ring(): Promise<boolean> {
    if (!this.run.agenda.ring(this.run.now)) return false;
    await this.driver.settle();
    return true;
  }

  /** Does what a second person has just granted; also after a resume that ended between the two entries. */
  async doGranted(): Promise<void> {
    const { granted } = this.run;
    if (!granted) return;
    this.run.granted = undefined;
    const { intervention, by, askedBy } = granted;
    const refused = interventionImpossible(this.run, intervention) ?? (await this.intervene(intervention, by));
    if (refused)
      this.run.emit({
        type: 'told',
        to: { role: policyOf(this.run.procedure, intervention.kind).decidedBy, person: askedBy },
        template: 'interventionImpossible',
        data: { kind: intervention.kind, code: refused.code },
      });
    await this.driver.settle();
  }

  private async perform({ act, by, roles, receivedAt }: ActRequest): Promise<Refusal | undefined> {
    const { run } = this;
    switch (act.kind) {
      case 'answer': {
        const item = run.items.get(act.id);
        if (item?.kind === 'task') run.answer(item, by, item.type.form(item.context).parse(act.answer), receivedAt);
        return undefined;
      }
      case 'happen': {
        const item = run.named(act.id);
        if (item?.kind === 'event') run.happen(item, by, item.type.form(item.context).parse(act.data), receivedAt);
        return undefined;
      }
      case 'intervene': {
        const policy = policyOf(run.procedure, act.intervention.kind);
        if (modeOf(policy, roles, currentStage(run)) === 'direct') return this.intervene(act.intervention, by);
        requestIntervention(run, act.intervention, by);
        return undefined;
      }
      case 'abandonEffect':
        run.emit({ type: 'effectAbandoned', effect: act.effect, by, reason: act.reason });
        return undefined;
      case 'retryEffect':
        return undefined;
    }
  }

  private async intervene(intervention: Intervention, by: PersonId): Promise<Refusal | undefined> {
    if (intervention.kind === 'correct') return this.correct(intervention, by);
    if (intervention.kind === 'adopt') return this.adopt(intervention, by);
    interveneInPlace(this.run, intervention, by);
    return undefined;
  }

  /** Tells the past again with the corrected answer: it stands if the story then does the same things in the same order. */
  private async correct({ id, answer, reason }: Intervention & { kind: 'correct' }, by: PersonId): Promise<Refusal | undefined> {
    const { run } = this;
    const item = run.answered.get(id);
    const corrected: unknown = item?.type.form(item.context).parse(answer);
    const corrections = new Map([...correctionsOf(run.journal), [id, corrected]]);
    const candidate = await retell(run.procedure, run, corrections, this.driver.settle);
    if (candidate.divergence) return { code: 'correctionDiverges', detail: `entry ${candidate.divergence.seq}` };
    candidate.emit({ type: 'corrected', id, by, answer: corrected, reason });
    this.run = candidate;
    return undefined;
  }

  /** Tells the past to another revision: the case moves if that one asks exactly what the past answered. */
  private async adopt({ revision, reason }: Intervention & { kind: 'adopt' }, by: PersonId): Promise<Refusal | undefined> {
    const procedure = this.driver.revision(revision);
    if (!procedure) return { code: 'revisionUnknown', detail: revision };
    const { verdict, candidate } = await judgeAdoption(this.run, procedure, this.driver.settle);
    if (verdict.verdict === 'stays') return { code: 'interventionNotAllowed', detail: `${revision} does not take this case over` };
    if (!candidate) return { code: 'revisionDiverges', detail: `entry ${verdict.seq}` };
    adopted(candidate, revision, by, reason);
    this.run = candidate;
    return undefined;
  }
}
