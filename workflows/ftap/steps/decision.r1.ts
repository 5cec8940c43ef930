import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { eligibleCents, lastDayOf } from '../application.js';
import { applicant, applicants, reviewersOf, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';
import { instalmentCents } from '../marks.js';
import { stages } from '../stages.js';
import { decide, type Decision } from '../tasks/decision.js';
import type { NoticeContext } from '../tasks/notice.js';
import type { Proposal } from './committee.r1.js';
import { awardEffects, notice } from './notice.r1.js';
import { signedBy } from './signature.r1.js';
import { silentDayOf, timeToDecide } from './time-to-decide.r1.js';

export interface Award {
  readonly kind: 'awarded';
  readonly amountCents: number;
  readonly by: PersonId;
  readonly decidedOn: string;
}
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}
/** « Ajourné »: the authority does not decide yet. */
export interface SentBack {
  readonly kind: 'sentBack';
  readonly to: 'committee' | 'instruction';
}

export interface ToDecide {
  readonly proposal: Proposal;
  readonly reviewers: Iterable<PersonId>;
  /** The term after which silence decides; undefined once it no longer runs. */
  readonly clock: RunningClock | undefined;
  /** Why the last decision was annulled on appeal. */
  readonly annulled?: string | undefined;
}

/**
 * F5: the authority decides, never a reviewer of the case; nobody learns of it before the notice leaves. A decision taken back before
 * that comes to the authority again, with its own reasons.
 */
export async function decideAndNotify(file: CaseFile, input: FtapInput, given: ToDecide): Promise<Award | Refusal | SentBack> {
  const { proposal, reviewers, clock, annulled } = given;
  const except = [...new Set([...applicants(input), ...reviewers])];
  let takenBack: string | undefined;
  // Entered once: whoever looks from outside does not see a decision that was taken back.
  file.enter(stages.decision);
  for (;;) {
    const { answer, by } = await file.ask(decide, {
      to: { role: 'authority' },
      ...timeToDecide(
        file,
        input.call.zone,
        silentDayOf(input, clock),
        `avant la décision implicite, ${profileOf(input).decisionTerm.basis ?? ''}`,
      ),
      except,
      context: {
        requestedCents: input.application.budget.amountCents,
        floorCents: input.call.floorCents,
        ...(proposal.result !== 'unfavourable' && { proposedCents: proposal.amountCents }),
        ...(proposal.result === 'reserved' && { reserves: proposal.reserves }),
        ...(annulled !== undefined && { annulled }),
        ...(takenBack !== undefined && { takenBack }),
      },
    });
    if (answer.decision === 'postpone') return sendBack(file, input, answer);
    const decidedOn = file.today();
    const left = await notice(file, input, { context: noticeContext(file, input, answer, by, proposal), except, clock });
    if (left.kind === 'takenBack') {
      takenBack = left.reasons;
      continue;
    }
    if (answer.decision === 'refuse') {
      file.tell(applicant, 'refused');
      return { kind: 'refused', reason: left.reasons.join('\n') };
    }
    awardEffects(file, input, answer.amountCents);
    return { kind: 'awarded', amountCents: answer.amountCents, by, decidedOn };
  }
}

function sendBack(file: CaseFile, { call }: FtapInput, { backTo, why }: Decision & { decision: 'postpone' }): SentBack {
  file.tell(applicant, 'decision-postponed');
  file.tell(backTo === 'committee' ? { role: 'committeeMember' } : reviewersOf(call), 'sent-back', { reasons: why });
  return { kind: 'sentBack', to: backTo };
}

function noticeContext(
  file: CaseFile,
  input: FtapInput,
  answer: Exclude<Decision, { decision: 'postpone' }>,
  by: PersonId,
  proposal: Proposal,
): NoticeContext {
  const letter = { ...signedBy(file, input, by) };
  if (answer.decision === 'refuse') return { decision: 'refuse', inLaw: answer.inLaw, inFact: answer.inFact, letter };
  const { amountCents, why, conditions } = answer;
  const { budget, project } = input.application;
  const eligible = eligibleCents(budget.lines);
  return {
    decision: 'award',
    amountCents,
    why,
    ...(conditions !== undefined && { conditions }),
    standing: [
      ...(proposal.result === 'reserved' ? [`Réserves du comité\u00a0: ${proposal.reserves}`] : []),
      'La formation est mise à la disposition du Campus du numérique public, qui peut la diffuser et la réutiliser.',
    ],
    letter: {
      ...letter,
      amountCents,
      eligibleCents: eligible,
      rate: Math.round((amountCents / eligible) * 1000) / 1000,
      instalments: instalmentsOf(input, amountCents),
      startsOn: project.startsOn,
      endsOn: lastDayOf(project),
    },
  };
}

export const instalmentsOf = ({ call: { instalments } }: FtapInput, amountCents: number) =>
  instalments.map((instalment, index) => ({ ...instalment, amountCents: instalmentCents(amountCents, instalments, index) }));
