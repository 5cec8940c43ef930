import { addWorkingDays } from '../../calendar/holidays.js';
import type { Answered, CaseFile, Lapsed } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import type { AgendaCase, Member, SessionInput } from '../input.js';
import type { Mark } from '../ranking.js';
import { casesOf, flaggedFor } from '../recusals.js';
import { declareInterests, recusedBy, type ListedCase } from '../tasks/declare-interests.js';
import { markCases } from '../tasks/mark-cases.js';

/** What a member brings to the sitting. */
export interface Prepared {
  readonly person: PersonId;
  /** References of the cases on which the member does not sit. */
  readonly recused: ReadonlySet<string>;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** Closed until the sitting is opened. */
export const seal = 'session';

/**
 * Each member declares their interests, then marks the cases on which they sit: a recused member is never given the case to read. Who
 * says nothing is done without, in the declaration as in the marks. The opening of the sitting ends both.
 */
export function prepare(file: CaseFile, input: SessionInput, opening: Promise<unknown>): Promise<readonly Prepared[]> {
  let begun = false;
  void opening.then(() => (begun = true));
  return Promise.all(
    input.members.map(async (member) => {
      const recused = await declare(file, input, member, opening);
      const sitting = casesOf(input.agenda, recused);
      const marked = begun || sitting.length === 0 ? undefined : await mark(file, input, member, { sitting, opening });
      return { person: member.person, recused, marks: marked?.kind === 'answered' ? marked.answer.marks : {} };
    }),
  );
}

async function declare(
  file: CaseFile,
  { agenda, metOn, zone }: SessionInput,
  member: Member,
  opening: Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const flagged = flaggedFor(member, agenda);
  const twoDaysBefore = addWorkingDays(metOn, -2, zone);
  const declared = await file.ask(declareInterests, {
    to: { role: 'committeeMember', person: member.person },
    by: twoDaysBefore > file.today() ? twoDaysBefore : metOn,
    until: opening,
    onLapse: 'waive',
    seal,
    context: {
      metOn,
      cases: agenda.filter((one) => !flagged.includes(one)).map(listed),
      recused: flagged.map(listed),
    },
  });
  return new Set([...flagged.map(({ ref }) => ref), ...(declared.kind === 'answered' ? recusedBy(declared.answer) : [])]);
}

const mark = (
  file: CaseFile,
  { metOn, members }: SessionInput,
  { person }: Member,
  { sitting, opening }: { sitting: readonly AgendaCase[]; opening: Promise<unknown> },
): Promise<Answered<{ marks: Readonly<Record<string, Mark>> }> | Lapsed> =>
  file.ask(markCases, {
    to: { role: 'committeeMember', person },
    // Another member has cases and marks of their own.
    except: members.flatMap((member) => (member.person === person ? [] : [member.person])),
    by: metOn,
    until: opening,
    onLapse: 'waive',
    seal,
    reminders: [5, 2].map((before) => ({ before, unit: 'workingDays' })),
    context: { metOn, refs: sitting.map(({ ref }) => ref), cases: sitting },
  });

export const listed = ({ ref, title, bodyName }: ListedCase): ListedCase => ({ ref, title, bodyName });
