import { months, workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile, RunningClock } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { implicitRejection } from '../clocks.js';
import { letters } from '../documents.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { arrivalOf, Signal } from '../signal.js';
import { stages } from '../stages.js';
import { selectCandidate, takePositioning, type Positioning, type Selection, type SelectionContext } from '../tasks/selection.js';
import { contest, type Contest } from './appeal.r1.js';
import { decisionBy } from './signature.r1.js';

/** [D]; the silence of the service on the application is a rejection after two months (CRPA L231-4, 5°) [S]. */
const selectionTerm = workingDays(20);
const silenceTerm = months(2, { clock: 'legal', basis: 'CRPA L231-4, 5°' });

/** R2, S2: where the candidate stands, an interview, a decision with reasons. Who is retained asks the cohort for a seat. */
export async function select(file: CaseFile, journey: Journey): Promise<Outcome | undefined> {
  file.enter(stages.selection);
  const from = file.today();
  const silence = file.clock(implicitRejection, { from, term: silenceTerm });
  const decided = new Signal();
  const appealed = contestedSilence(file, journey, silence, decided.next);
  const positioning = await file.ask(takePositioning, {
    to: participant,
    within: workingDays(10),
    onLapse: 'waive',
    context: { ...trackLabel(journey), prerequisites: prerequisitesOf(journey) },
  });
  const reply = await file.ask(selectCandidate, {
    to: programManager,
    within: selectionTerm,
    countedFrom: from,
    except: [journey.input.owner],
    context: selectionContext(journey, positioning.kind === 'answered' ? positioning.answer : undefined),
    until: appealed,
  });
  decided.give();
  silence.end();
  const { by, refused } = reply.kind === 'answered' ? await expressly(file, journey, reply) : await onAppeal(appealed);
  if (refused !== undefined) return { kind: 'notSelected', reason: refused };
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

interface Selected {
  /** On whose behalf the seat is asked for. */
  readonly by: PersonId;
  /** Reasons of a refusal that stands. */
  readonly refused?: string;
}

type AnsweredAppeal = Extract<Contest, { by: PersonId }>;

/**
 * A rejection born of silence may be contested as any other, until the service decides after all: its decision then takes the place of the
 * rejection. Resolves only when the direction has answered.
 */
async function contestedSilence(file: CaseFile, journey: Journey, clock: RunningClock, decided: Promise<void>): Promise<AnsweredAppeal> {
  await clock.expiry;
  if (!clock.expired()) return never();
  file.tell(participant, 'implicit-rejection');
  file.tell(programManager, 'implicit-rejection');
  const isDecided = arrivalOf(decided);
  const appeal = await contest(file, journey, {
    against: 'selection',
    to: { role: 'direction' },
    notBy: [],
    bornOn: clock.lastDay() ?? file.today(),
    until: decided,
  });
  if ('by' in appeal) return appeal;
  // Unanswered too: the service may still decide.
  if (appeal.kind === 'unanswered' && !isDecided()) file.enter(stages.selection);
  return never();
}

const never = () => new Promise<never>(() => undefined);

async function onAppeal(appealed: Promise<AnsweredAppeal>): Promise<Selected> {
  const { kind, by, reasons } = await appealed;
  return { by, ...(kind === 'confirmed' && { refused: reasons }) };
}

/** A refusal is notified with its reasons and its remedies; it may be annulled on appeal. */
async function expressly(file: CaseFile, journey: Journey, { answer, by }: Answered<Selection>): Promise<Selected> {
  if (answer.verdict === 'retain') return { by };
  const { reasons } = answer;
  file.produce(letters.selectionRefusal, { ...decisionBy(file, by), reasons: [reasons], journey: journey.input.template.label });
  file.tell(participant, 'not-selected');
  const appeal = await contest(file, journey, { against: 'selection', to: { role: 'direction' }, notBy: [by] });
  return { by, ...(appeal.kind !== 'annulled' && { refused: reasons }) };
}
