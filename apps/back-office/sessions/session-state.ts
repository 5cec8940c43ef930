import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { sessionInput, type SessionInput } from '#workflows/ftap-committee/input.js';
import type { Sitting } from '#workflows/ftap-committee/minutes.js';
import type { Mark } from '#workflows/ftap-committee/ranking.js';
import { flaggedFor, recusalsOf, type Recusals } from '#workflows/ftap-committee/recusals.js';
import { sittingOf } from '#workflows/ftap-committee/steps/deliberate.r1.js';
import { declareInterests, type Interests, recusedBy } from '#workflows/ftap-committee/tasks/declare-interests.js';
import { giveOpinions, type Opinion, type Opinions } from '#workflows/ftap-committee/tasks/give-opinions.js';
import { type CaseMarks, markCases } from '#workflows/ftap-committee/tasks/mark-cases.js';
import { type Attendance, openSitting } from '#workflows/ftap-committee/tasks/open-sitting.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { PersonId } from '#workflows/kit/people.js';

/** A session as its journal tells it. */
export interface SessionState {
  readonly input: SessionInput;
  readonly convenedOn: string;
  readonly declared: ReadonlySet<PersonId>;
  readonly marked: ReadonlySet<PersonId>;
  readonly recusals: Recusals;
  /** Once the sitting is open: who is there, the marks, the quorum of each case, in the order of the ranking. */
  readonly sitting?: Sitting;
  readonly opinions: ReadonlyMap<string, Opinion>;
}

interface Given {
  readonly task: string;
  readonly person: PersonId;
  readonly by: PersonId;
  readonly answer: unknown;
}

/** Pure: the same entries, the same state. */
export function sessionState(entries: readonly Entry[]): SessionState {
  const [opened] = entries;
  if (opened?.type !== 'opened') throw new RangeError('The journal of a session begins with its opening.');
  const input = sessionInput.parse(opened.input);
  const answers = answersOf(entries);
  const of = (task: string) => answers.filter((one) => one.task === task);
  const declarations = new Map(of(declareInterests.key).map(({ person, answer }) => [person, answer as Interests]));
  const prepared = input.members.map((member) => {
    const declaration = declarations.get(member.person);
    const flagged = flaggedFor(member, input.agenda).map(({ ref }) => ref);
    const marks: Readonly<Record<string, Mark>> = of(markCases.key).reduce(
      (all, { person, answer }) => (person === member.person ? { ...all, ...(answer as CaseMarks).marks } : all),
      {},
    );
    return { person: member.person, recused: new Set([...flagged, ...(declaration ? recusedBy(declaration) : [])]), marks };
  });
  const opening = of(openSitting.key).at(-1);
  const attendance = opening?.answer as Attendance | undefined;
  const sitting =
    opening && attendance?.sitting === 'held' ? sittingOf(input, prepared, { presiding: opening.by, ...attendance }) : undefined;
  return {
    input,
    convenedOn: civilDateAt(opened.at),
    declared: new Set(declarations.keys()),
    marked: new Set(of(markCases.key).map(({ person }) => person)),
    recusals: sitting?.recusals ?? recusalsOf(input.agenda, new Map(prepared.map(({ person, recused }) => [person, recused]))),
    ...(sitting && { sitting }),
    // What was taken again before the minutes were signed replaces what was said first.
    opinions: new Map(of(giveOpinions.key).flatMap(({ answer }) => Object.entries((answer as Opinions).results))),
  };
}

/** The answers in the order in which they came, as they stand after corrections. */
function answersOf(entries: readonly Entry[]): Given[] {
  const asked = new Map(entries.flatMap((entry) => (entry.type === 'asked' ? [[entry.id, entry] as const] : [])));
  const corrected = new Map(entries.flatMap((entry) => (entry.type === 'corrected' ? [[entry.id, entry.answer] as const] : [])));
  return entries.flatMap((entry): Given[] => {
    const task = entry.type === 'answered' ? asked.get(entry.id) : undefined;
    if (entry.type !== 'answered' || !task) return [];
    return [{ task: task.task, person: task.to.person ?? entry.by, by: entry.by, answer: corrected.get(entry.id) ?? entry.answer }];
  });
}
