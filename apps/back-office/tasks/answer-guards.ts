import { Injectable } from '@nestjs/common';
import { frenchAmount } from '#activities/french-amount.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { openJury } from '#workflows/cohort/tasks/jury.js';
import { type Opinions, giveOpinions, proposedCents } from '#workflows/ftap-committee/tasks/give-opinions.js';
import { openSitting } from '#workflows/ftap-committee/tasks/open-sitting.js';
import { decideAmendment } from '#workflows/ftap/tasks/amendment.js';
import { decide } from '#workflows/ftap/tasks/decision.js';
import { EnvelopeService } from '../envelope/envelope.service.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import type { StoredTask } from './task-access.js';

type Answer = Readonly<Record<string, unknown>>;

/** What a case cannot see by itself: what is left of its call's envelope, and what day it is for who opens a sitting. */
@Injectable()
export class AnswerGuards {
  constructor(
    private readonly envelope: EnvelopeService,
    private readonly clock: CaseClock,
  ) {}

  /** Sends the answer if nothing outside the case stands against it. What takes from an envelope is done alone. */
  async guarded<T>(task: StoredTask, answer: Answer, send: () => Promise<T>): Promise<T> {
    if (sitsBy(task, answer)) await this.onTheDay(task);
    const taken = takenCents(task, answer);
    const callId = task.call_id;
    if (taken === 0 || callId === null) return send();
    return this.envelope.alone(callId, async () => {
      const { leftCents } = await this.envelope.of(callId, { apart: task.case_ref });
      if (taken > leftCents) throw exceeded(leftCents);
      return send();
    });
  }

  private async onTheDay({ case_ref, context }: StoredTask) {
    const { metOn, heldOn } = context as { metOn?: string; heldOn?: string };
    const day = metOn ?? heldOn ?? '';
    if ((await this.clock.today(case_ref)) < day)
      throw new Problem('sittingTooEarly', { help: `Elle est convoquée pour le ${frenchDate(day)}\u00a0: ouvrez-la ce jour-là.` });
  }
}

/** Opens the sitting of a committee or of a jury; a jury may be postponed before its day. */
const sitsBy = ({ key }: StoredTask, { sitting }: Answer): boolean =>
  key === openSitting.key || (key === openJury.key && sitting === 'held');

export const exceeded = (leftCents: number) =>
  new Problem('envelopeExceeded', {
    help: `Il reste ${frenchAmount(Math.max(0, leftCents))} sur l’enveloppe de l’appel\u00a0: réduisez le montant, ou attendez que des crédits se libèrent.`,
  });

/** What the answer would take from the envelope. Whether it is an answer at all is the case's to say. */
function takenCents({ key, context }: StoredTask, answer: Answer): number {
  if (key === decideAmendment.key && answer.decision === 'accept') return cents(context?.newAmountCents);
  if (key === decide.key && answer.decision === 'award') return cents(answer.amountCents);
  if (key !== giveOpinions.key || typeof answer.results !== 'object' || answer.results === null) return 0;
  return Object.values(answer.results as Opinions['results']).reduce((sum, opinion) => sum + cents(proposedCents(opinion)), 0);
}

const cents = (value: unknown): number => (typeof value === 'number' ? value : 0);
