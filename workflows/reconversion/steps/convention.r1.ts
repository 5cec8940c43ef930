import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { addWorkingDays } from '../../calendar/holidays.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { Addressee } from '../../kit/people.js';
import { letters } from '../documents.js';
import { employerOf, hostOf, participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { arrivalOf, Signal } from '../signal.js';
import { stages } from '../stages.js';
import { signConvention, type ConventionAnswer, type Party } from '../tasks/convention.js';

/** Who was given a seat on the eve of day one has these to gather the signatures [D]. */
const lateDays = 5;

/** R3, S3: agent, origin and host sign before day one; without the three signatures the journey does not begin. */
export async function signAll(file: CaseFile, journey: Journey): Promise<Outcome | undefined> {
  const { input, track } = journey;
  file.enter(stages.convention);
  file.produce(letters.convention, {
    journey: input.template.label,
    months: input.template.months,
    startsOn: journey.calendar.startsOn,
    juryOn: journey.calendar.juryOn,
    ...(track && { track: track.label }),
    followUpMonths: input.template.followUpMonths,
  });
  const declined = new Signal();
  const givenUp = declined.next;
  const seatedOn = file.today();
  const sides: readonly [Party, Addressee][] = [
    ['participant', participant],
    ['employer', employerOf(input)],
    ['host', hostOf(input)],
  ];
  const answers = await Promise.all(
    sides.map(async ([party, to]) => {
      const answer = await signatureOf(file, journey, { party, to, seatedOn, givenUp });
      if (answer?.choice === 'decline') declined.give();
      return answer;
    }),
  );
  if (answers.every((answer) => answer?.choice === 'sign')) {
    file.tell(participant, 'convention-signed', { startsOn: journey.calendar.startsOn });
    return undefined;
  }
  file.tell(participant, 'not-signed');
  file.tell(programManager, 'not-signed');
  return { kind: 'notSigned' };
}

interface Side {
  readonly party: Party;
  readonly to: Addressee;
  readonly seatedOn: CivilDate;
  readonly givenUp: Promise<void>;
}

/** Undefined when the last day has passed, or another party declined. Asked again for the new day when day one moves. */
async function signatureOf(
  file: CaseFile,
  journey: Journey,
  { party, to, seatedOn, givenUp }: Side,
): Promise<ConventionAnswer | undefined> {
  for (;;) {
    const moved = journey.startMoved.next;
    const hasMoved = arrivalOf(moved);
    const { startsOn } = journey.calendar;
    const eve = addDays(startsOn, -1);
    const late = addWorkingDays(seatedOn, lateDays, 'metropole');
    const reply = await file.ask(signConvention, {
      to,
      by: eve > late ? eve : late,
      reminders: [10, 5, 1].map((before) => ({ before, unit: 'workingDays' })),
      onLapse: 'lapse',
      context: { party, startsOn },
      until: Promise.race([moved, givenUp]),
    });
    if (reply.kind === 'answered') return reply.answer;
    if (!hasMoved()) return undefined;
  }
}
