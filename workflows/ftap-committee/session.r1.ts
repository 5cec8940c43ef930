import { workingDays } from '../calendar/term.js';
import { committeeHeard, type CommitteeResult } from '../ftap/tasks/committee.js';
import type { CaseFile, Story } from '../kit/case-file.js';
import type { Addressee, PersonId } from '../kit/people.js';
import { documents } from './documents.js';
import type { SessionInput } from './input.js';
import { minutesOf, type Sitting } from './minutes.js';
import { stages } from './stages.js';
import { deliberate, sittingOf } from './steps/deliberate.r1.js';
import { listed, prepare, seal } from './steps/prepare.r1.js';
import type { Opinion } from './tasks/give-opinions.js';
import { openSitting } from './tasks/open-sitting.js';
import { signMinutes } from './tasks/sign-minutes.js';

/** F4, one session of the committee: from its convening to the opinions that its cases hear. */
export const holdSession: Story<SessionInput> = async (file, input) => {
  file.enter(stages.preparation);
  convene(file, input);
  const opening = file.ask(openSitting, {
    to: { role: 'committeeMember', person: input.chair },
    by: input.metOn,
    seal,
    reminders: [7, 2].map((before) => ({ before, unit: 'workingDays' })),
    context: {
      metOn: input.metOn,
      cases: input.agenda.map(listed),
      people: input.members.map(({ person }) => person),
      members: input.members,
    },
  });
  const [{ answer: attendance, by: presiding }, prepared] = await Promise.all([opening, prepare(file, input, opening)]);
  if (attendance.sitting === 'notHeld') {
    tellAll(file, input, 'not-held', { why: attendance.why });
    return { kind: 'notHeld', reason: attendance.why };
  }

  file.enter(stages.sitting);
  const sitting = sittingOf(input, prepared, { presiding, ...attendance });
  const opinions = await agreedMinutes(file, input, sitting);
  // One act: every case hears its opinion by the same signature.
  for (const { ref } of input.agenda) file.inform(ref, committeeHeard.key, resultOf(file, input, opinions.get(ref)), presiding);
  tellAll(file, input, 'minutes-signed');
  return { kind: 'held', data: { heard: input.agenda.length } };
};

/** The opinions as the signed minutes hold them; whoever presides may take them again before signing. */
async function agreedMinutes(file: CaseFile, input: SessionInput, sitting: Sitting): Promise<ReadonlyMap<string, Opinion>> {
  let correction: string | undefined;
  for (;;) {
    const opinions = await deliberate(file, input, sitting, correction);
    const minutes = minutesOf(input, sitting, opinions);
    file.enter(stages.minutes);
    file.produce(documents.draft, minutes);
    const { answer, on } = await file.ask(signMinutes, {
      to: { role: 'committeeMember', person: sitting.presiding },
      within: workingDays(10),
      context: { metOn: input.metOn, results: minutes.cases.map((one) => ({ ...listed(one), opinion: one.opinion })) },
    });
    if (answer.verdict === 'sign') {
      file.produce(documents.minutes, { ...minutes, signedOn: on });
      return opinions;
    }
    correction = answer.why;
    file.enter(stages.sitting);
  }
}

function resultOf({ ref: session }: CaseFile, { metOn }: SessionInput, opinion: Opinion | undefined): CommitteeResult {
  if (!opinion) throw new RangeError('A case on the agenda has no opinion.');
  return { session, metOn, ...opinion };
}

/** The members are told with the agenda: seven working days before, but for the reason that is given. */
function convene(file: CaseFile, { members, metOn, shortNotice, agenda }: SessionInput): void {
  const data = { metOn, agenda: agenda.map(listed), ...(shortNotice !== undefined && { shortNotice }) };
  for (const { person } of members) file.tell(toMember(person), 'convened', data);
}

/** The members, and the program manager. */
function tellAll(file: Pick<CaseFile, 'tell'>, { members, metOn }: SessionInput, template: string, data: object = {}): void {
  for (const to of [...members.map(({ person }) => toMember(person)), { role: 'programManager' } as const])
    file.tell(to, template, { metOn, ...data });
}

const toMember = (person: PersonId): Addressee => ({ role: 'committeeMember', person });

/** The members need not come: what the session had on its agenda waits for another one. */
export const cancelled = (file: Pick<CaseFile, 'tell'>, input: SessionInput): void => {
  tellAll(file, input, 'cancelled');
};
