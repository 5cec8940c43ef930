import { addWorkingDays } from '../../calendar/holidays.js';
import { workingDays } from '../../calendar/term.js';
import type { CaseFile, ExpectOptions, Happened } from '../../kit/case-file.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { arrivalOf } from '../signal.js';
import { stages } from '../stages.js';
import { coachOpinion, handInThesis, juryHeld, type JuryContext, type JuryHeld } from '../tasks/defence.js';
import { askCoach } from './ask-coach.r1.js';

/** [D] */
const readingDays = 5;
/** A second hearing, once. */
const resitTerm = workingDays(20);

/**
 * What the cohort's jury says of the participant. From the seat on it may come; once everything is handed in, the case waits for it. Asked
 * anew when the jury moves or the coach changes: who has coached the participant never judges them.
 */
export async function hearJury(file: CaseFile, journey: Journey, earlier?: JuryHeld): Promise<Happened<JuryHeld>> {
  for (;;) {
    const { juryMoved, coachChanged, ready, isReady } = journey;
    const isAwaited = isReady || earlier !== undefined;
    const heard = await file.expect(juryHeld, {
      from: programManager,
      context: { notBy: [...journey.coaches], mayResit: earlier === undefined },
      ...(isAwaited ? awaited(file, journey, earlier) : { optional: true }),
      until: Promise.race([juryMoved.next, coachChanged.next, ...(isAwaited ? [] : [ready.next])]),
    });
    if (heard.kind === 'happened') return heard;
  }
}

/** By the cohort's day; after a pause that day may be gone, and another jury is found. */
function awaited(
  file: CaseFile,
  { calendar: { juryOn, resitBy } }: Journey,
  earlier?: JuryHeld,
): Pick<ExpectOptions<JuryContext>, 'by' | 'within'> {
  const by = earlier === undefined ? juryOn : resitBy;
  return by > file.today() ? { by } : { within: resitTerm };
}

/** R7, S9: the thesis and the coach's opinion, five working days before the jury; then only the jury is awaited. */
export async function prepareDefence(file: CaseFile, journey: Journey): Promise<void> {
  const { thesis } = journey.input.template;
  file.enter(stages.defence);
  await Promise.all([
    thesisHandedIn(file, journey, thesis),
    askCoach(file, journey, coachOpinion, { ...beforeJury(file, journey), onLapse: 'waive' }),
  ]);
  journey.isReady = true;
  journey.ready.give();
}

/** Asked again for the new day when the jury moves. One that does not come stays open until the jury has been held without it. */
async function thesisHandedIn(file: CaseFile, journey: Journey, thesis: string): Promise<void> {
  for (;;) {
    const moved = journey.juryMoved.next;
    const hasMoved = arrivalOf(moved);
    const reply = await file.ask(handInThesis, {
      to: participant,
      ...beforeJury(file, journey),
      context: { thesis, juryOn: journey.calendar.juryOn },
      until: moved,
    });
    if (reply.kind === 'lapsed' && hasMoved()) continue;
    journey.sign.give();
    return;
  }
}

function beforeJury(file: CaseFile, { calendar: { juryOn } }: Journey) {
  const by = addWorkingDays(juryOn, -readingDays, 'metropole');
  return by > file.today() ? { by } : { within: workingDays(readingDays) };
}
