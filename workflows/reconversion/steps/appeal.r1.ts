import type { CivilDate } from '../../calendar/civil-date.js';
import { lastDay } from '../../calendar/deadline.js';
import { months } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Addressee, PersonId } from '../../kit/people.js';
import { appealSilence } from '../clocks.js';
import { letters } from '../documents.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { answerAppeal, appealLodged, type Contestable } from '../tasks/appeal.js';
import { decisionBy } from './signature.r1.js';

/** The AGENT profile: two clear months to contest, two months of silence reject the appeal [S]. */
const remedyTerm = months(2, { clock: 'legal', clear: true, rollOver: true, basis: 'CJA R421-1' });
const answerTerm = months(2, { clock: 'legal', basis: 'CRPA L231-4, 5°' });

const capacities: Readonly<Record<Contestable, string>> = {
  selection: 'La direction du service, saisie du recours',
  jury: 'Pour le second jury, son président',
};

interface Contested {
  readonly against: Contestable;
  /** Who answers: others than those who decided. */
  readonly to: Addressee;
  readonly notBy: readonly PersonId[];
  /** The day on which a rejection was born of silence; left out, the decision is notified today. */
  readonly bornOn?: CivilDate;
  /** Resolves when another decision takes the place of the contested one. */
  readonly until?: Promise<void>;
}

export type Contest =
  | { readonly kind: 'annulled' | 'confirmed'; readonly by: PersonId; readonly reasons: string }
  | { readonly kind: 'unanswered' | 'notLodged' };

/** What becomes of a decision that may be contested. */
export async function contest(file: CaseFile, journey: Journey, { against, to, notBy, bornOn, until }: Contested): Promise<Contest> {
  const appeal = await file.expect(appealLodged, {
    from: participant,
    within: remedyTerm,
    ...(bornOn !== undefined && { countedFrom: bornOn }),
    onLapse: 'lapse',
    optional: true,
    context: { against },
    ...(until && { until }),
  });
  if (appeal.kind === 'lapsed') return { kind: 'notLodged' };
  file.enter(stages.appeal);
  const silence = file.clock(appealSilence, { from: appeal.on, term: answerTerm });
  file.tell(participant, 'appeal-received', { against, receivedOn: appeal.on, silentOn: silence.lastDay() });
  const decided = await file.ask(answerAppeal, {
    to,
    within: answerTerm,
    countedFrom: appeal.on,
    except: [...new Set([journey.input.owner, ...journey.coaches, ...notBy])],
    context: { against, grounds: appeal.data.grounds },
    until: until ? Promise.race([silence.expiry, until]) : silence.expiry,
  });
  if (decided.kind === 'lapsed') {
    if (!silence.expired()) {
      silence.end();
      return { kind: 'unanswered' };
    }
    const rejectedOn = silence.lastDay() ?? file.today();
    file.tell(participant, 'appeal-rejected-by-silence', { bornOn: rejectedOn, courtUntil: lastDay(rejectedOn, remedyTerm) });
    file.tell(programManager, 'appeal-unanswered', { bornOn: rejectedOn });
    return { kind: 'unanswered' };
  }
  silence.end();
  const { verdict, reasons } = decided.answer;
  file.produce(letters.appealDecision, {
    ...decisionBy(file, decided.by, capacities[against]),
    against,
    lodgedOn: appeal.on,
    verdict,
    reasons: [reasons],
  });
  file.tell(participant, verdict === 'annul' ? 'appeal-upheld' : 'appeal-dismissed');
  return { kind: verdict === 'annul' ? 'annulled' : 'confirmed', by: decided.by, reasons };
}
