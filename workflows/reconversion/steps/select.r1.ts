import { months, workingDays } from '../../calendar/term.js';
import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { implicitRejection } from '../clocks.js';
import { letters } from '../documents.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { selectCandidate, takePositioning, type Positioning, type SelectionContext } from '../tasks/selection.js';
import { contest } from './appeal.r1.js';
import { decisionBy } from './signature.r1.js';

/** [D]; the silence of the service on the application is a rejection after two months (CRPA L231-4, 5°) [S]. */
const selectionTerm = workingDays(20);
const silenceTerm = months(2, { clock: 'legal', basis: 'CRPA L231-4, 5°' });

/** R2, S2: where the candidate stands, an interview, a decision with reasons. Who is retained asks the cohort for a seat. */
export async function select(file: CaseFile, journey: Journey): Promise<Outcome | undefined> {
  file.enter(stages.selection);
  const from = file.today();
  const silence = file.clock(implicitRejection, { from, term: silenceTerm });
  void tellSilence(file, silence);
  const positioning = await file.ask(takePositioning, {
    to: participant,
    within: workingDays(10),
    onLapse: 'waive',
    context: { ...trackLabel(journey), prerequisites: prerequisitesOf(journey) },
  });
  const { answer, by } = await file.ask(selectCandidate, {
    to: programManager,
    within: selectionTerm,
    countedFrom: from,
    except: [journey.input.owner],
    context: selectionContext(journey, positioning.kind === 'answered' ? positioning.answer : undefined),
  });
  silence.end();
  if (answer.verdict === 'refuse' && !(await annulled(file, journey, answer.reasons, by)))
    return { kind: 'notSelected', reason: answer.reasons };
  file.tell(participant, 'selected');
  journey.measure(file, 'selected', 1);
  journey.funding.servedBy = by;
  file.inform(journey.input.cohort, 'seat-asked', { ref: file.ref }, by);
  return undefined;
}

const prerequisitesOf = ({ track }: Journey) => (track?.prerequisites ?? []).map(({ key, label }) => ({ key, label }));
const trackLabel = ({ track }: Journey) => (track ? { track: track.label } : {});

/** Without an answer every prerequisite is to be looked at. */
function selectionContext(journey: Journey, positioning: Positioning | undefined): SelectionContext {
  const missing = prerequisitesOf(journey).filter(({ key }) => positioning?.prerequisites?.[key] !== 'yes');
  return { ...trackLabel(journey), missing, ...(positioning && { positioning }) };
}

async function tellSilence(file: CaseFile, clock: RunningClock): Promise<void> {
  await clock.expiry;
  if (!clock.expired()) return;
  file.tell(participant, 'implicit-rejection');
  file.tell(programManager, 'implicit-rejection');
}

/** A refusal is notified with its reasons and its remedies; it may be annulled on appeal. */
async function annulled(file: CaseFile, journey: Journey, reasons: string, by: PersonId): Promise<boolean> {
  file.produce(letters.selectionRefusal, { ...decisionBy(file, by), reasons: [reasons], journey: journey.input.template.label });
  file.tell(participant, 'not-selected');
  return contest(file, journey, { against: 'selection', to: { role: 'direction' }, notBy: [by] });
}
