import { workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile } from '../../kit/case-file.js';
import { direction, programManager, type ReviewInput } from '../input.js';
import { stages } from '../stages.js';
import type { Contribution } from '../tasks/contribute.js';
import { confirmOutcome, decideOutcome, type DecisionFile, decisionLetter, proposeOutcome, type Stance } from '../tasks/decide.js';

/** [D] */
const timeToPropose = workingDays(10);
const timeToDecide = workingDays(15);
const timeToConfirm = workingDays(5);

export function propose(file: CaseFile, contributions: readonly Contribution[]): Promise<Answered<Stance>> {
  file.enter(stages.recommendation);
  return file.ask(proposeOutcome, { to: programManager, within: timeToPropose, context: { contributions } });
}

/**
 * One person of the direction decides, another confirms; neither is who proposed. What is sent back is decided anew, with the reason. The
 * file that was read is the file that is produced.
 */
export async function decideByTwo(
  file: CaseFile,
  input: ReviewInput,
  { contributions, proposed }: { contributions: readonly Contribution[]; proposed: Answered<Stance> },
): Promise<Stance> {
  const proposal = proposed.answer;
  let sentBack: string | undefined;
  for (;;) {
    file.enter(stages.decision);
    const context = { contributions, proposal, ...(sentBack !== undefined && { sentBack }) };
    const { answer, by, on } = await file.ask(decideOutcome, { to: direction, within: timeToDecide, except: [proposed.by], context });
    file.enter(stages.confirmation);
    const { title, figures } = input;
    const whole: DecisionFile = { ...context, title, figures, decided: answer, decidedBy: by, decidedOn: on };
    const confirmed = await file.ask(confirmOutcome, {
      to: direction,
      within: timeToConfirm,
      except: [proposed.by, by],
      context: { proposal, decided: answer, file: whole },
    });
    if (confirmed.answer.verdict === 'confirm') {
      const letter = decisionLetter(whole);
      file.produce(letter.document, letter.data);
      return answer;
    }
    sentBack = confirmed.answer.why;
    file.tell({ role: 'direction', person: by }, 'decision-sent-back', { why: sentBack });
  }
}
