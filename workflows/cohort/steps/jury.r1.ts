import { addWorkingDays } from '../../calendar/holidays.js';
import { workingDays } from '../../calendar/term.js';
import type { PersonId } from '../../kit/people.js';
import { documents } from '../documents.js';
import { judgesOf, type Judges, type Ties } from '../judges.js';
import { news, type JuryHeld } from '../news.js';
import { postponed } from '../plan.js';
import { type Member, seated } from '../register.js';
import { declareTies, giveResult, type JuryAttendance, type JuryResult, openJury } from '../tasks/jury.js';
import type { Cohort } from './cohort.js';
import { changePlan } from './plan-changes.r1.js';

interface Judged {
  readonly member: Member;
  readonly panel: Judges;
  readonly result: JuryResult;
}

/** Sittings of the jury until everybody who has a seat has a final result: the first, the second, and others for who was adjourned. */
export async function holdJury(cohort: Cohort): Promise<void> {
  const results = new Map<string, JuryResult['result']>();
  const ties = new Map<PersonId, ReadonlySet<PersonId>>();
  for (let sitting = 1; ; sitting++) {
    const toHear = () => seated(cohort.register).filter(({ ref }) => !isFinal(results.get(ref)));
    if (toHear().length === 0) break;
    const { heldOn, present } = await attended(cohort, sitting, ties, toHear);
    const judged = await Promise.all(
      toHear().map((member) => judge(cohort, member, { heldOn, present, ties, again: results.get(member.ref) === 'resit' })),
    );
    for (const { member, panel, result } of judged) {
      if (result.result !== 'adjourned' || !results.has(member.ref)) results.set(member.ref, result.result);
      if (result.result !== 'adjourned') tellResult(cohort, member, panel, { heldOn, result: result.result, why: result.why });
    }
    recordSitting(cohort, { heldOn, present, judged });
  }
  const passed = [...results.values()].filter((result) => result === 'pass').length;
  if (results.size > 0) cohort.file.measure('passed', passed, 'agents');
}

const isFinal = (result: JuryResult['result'] | undefined): boolean => result === 'pass' || result === 'fail';

/** Asks who is there until the jury sits, on whichever day the plan then has for it. */
async function attended(
  cohort: Cohort,
  sitting: number,
  ties: Map<PersonId, ReadonlySet<PersonId>>,
  toHear: () => readonly Member[],
): Promise<{ readonly heldOn: string; readonly present: readonly PersonId[] }> {
  const { file, input } = cohort;
  for (;;) {
    const { jury, resitBy } = cohort.plan;
    const planned = sitting === 1 ? jury.on : sitting === 2 ? resitBy : undefined;
    const heldOn = planned ?? addWorkingDays(file.today(), 20, input.zone);
    const opening = file.ask(openJury, {
      to: { role: 'programManager' },
      by: heldOn,
      until: cohort.replanned,
      reminders: [10, 2].map((before) => ({ before, unit: 'workingDays' })),
      context: { heldOn, people: jury.members, toHear: toHear().length },
    });
    for (const person of jury.members) if (!ties.has(person)) void declare(cohort, person, heldOn, ties, opening);
    const opened = await opening;
    if (opened.kind === 'lapsed') continue;
    const attendance: JuryAttendance = opened.answer;
    if (attendance.sitting === 'held')
      return { heldOn: opened.on, present: jury.members.filter((one) => attendance.present.includes(one)) };
    const { to, why } = attendance;
    changePlan(cohort, postponed(cohort.plan, heldOn, to), why, opened.by);
  }
}

async function declare(
  { file, register }: Cohort,
  person: PersonId,
  heldOn: string,
  ties: Map<PersonId, ReadonlySet<PersonId>>,
  opening: Promise<unknown>,
): Promise<void> {
  const declared = await file.ask(declareTies, {
    to: { role: 'juryMember', person },
    by: heldOn,
    until: opening,
    onLapse: 'waive',
    seal: 'ties',
    reminders: [{ before: 5, unit: 'workingDays' }],
    context: { heldOn, people: seated(register).map(({ owner }) => owner) },
  });
  if (declared.kind === 'answered') ties.set(person, new Set(declared.answer.ties ?? []));
}

/** The first of the judges who are there writes down the result of all; without a quorum the participant is heard at another sitting. */
async function judge(
  { file, plan }: Cohort,
  member: Member,
  { heldOn, present, ties, again }: { heldOn: string; present: readonly PersonId[]; ties: Ties; again: boolean },
): Promise<Judged> {
  const panel = judgesOf(plan.jury, present, member, ties);
  const [writer] = panel.judges;
  if (!panel.reached || writer === undefined)
    return { member, panel, result: { result: 'adjourned', why: 'Le quorum n’est pas atteint.' } };
  const { answer } = await file.ask(giveResult, {
    to: { role: 'juryMember', person: writer },
    except: panel.recused,
    within: workingDays(2),
    context: {
      heldOn,
      people: [member.owner],
      ref: member.ref,
      judges: panel.judges,
      again,
      ...(member.track !== undefined && { track: member.track }),
    },
  });
  return { member, panel, result: answer };
}

/** A case that has ended since then hears nothing more. */
function tellResult(
  { file, register, input }: Cohort,
  { ref }: Member,
  { judges, recused }: Judges,
  held: Omit<JuryHeld, 'judges' | 'recused'>,
): void {
  if (!seated(register).some((one) => one.ref === ref)) return;
  file.inform(ref, news.juryHeld, { ...held, judges, recused } satisfies JuryHeld, judges[0] ?? input.manager);
}

function recordSitting(
  { file, input, plan }: Cohort,
  { heldOn, present, judged }: { heldOn: string; present: readonly PersonId[]; judged: readonly Judged[] },
): void {
  const { members, quorum } = plan.jury;
  file.produce(documents.juryMinutes, {
    title: input.title,
    heldOn,
    present,
    absent: members.filter((person) => !present.includes(person)),
    quorum,
    participants: judged.map(({ member: { owner, ref, track }, panel: { judges, recused }, result }) => ({
      owner,
      ref,
      ...(track !== undefined && { track }),
      judges,
      recused,
      ...result,
    })),
  });
}
