import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import type { SessionInput } from '../input.js';
import type { Sitting } from '../minutes.js';
import { quorumOf } from '../quorum.js';
import { ranked, together } from '../ranking.js';
import { isRecused, recusalsOf } from '../recusals.js';
import { giveOpinions, proposedCents, type CaseBefore, type Opinion } from '../tasks/give-opinions.js';
import type { LateRecusal } from '../tasks/open-sitting.js';
import type { Prepared } from './prepare.r1.js';

/** The marks are opened and the cases ranked; the quorum of each is computed again without those who stand aside from it. */
export function sittingOf(
  { agenda, members, quorum }: SessionInput,
  prepared: readonly Prepared[],
  attendance: {
    readonly presiding: PersonId;
    readonly present: readonly PersonId[];
    readonly recusals?: readonly LateRecusal[] | undefined;
  },
): Sitting {
  const late = (person: PersonId) => (attendance.recusals ?? []).flatMap((one) => (one.person === person ? [one.ref] : []));
  const recusals = recusalsOf(agenda, new Map(prepared.map(({ person, recused }) => [person, new Set([...recused, ...late(person)])])));
  const people = members.map(({ person }) => person);
  // Who presides is there.
  const present = people.filter((person) => person === attendance.presiding || attendance.present.includes(person));
  const cases = agenda.map(({ ref, title, bodyName, requestedCents, floorCents, totals, opinions }): CaseBefore => ({
    ref,
    title,
    bodyName,
    requestedCents,
    floorCents,
    totals,
    opinions,
    marks: together(prepared.flatMap(({ person, marks }) => (isRecused(recusals, ref, person) ? [] : (marks[ref] ?? [])))),
    quorum: quorumOf(people, recusals.get(ref) ?? new Set(), present, quorum),
  }));
  return { presiding: attendance.presiding, present, recusals, cases: ranked(cases) };
}

/** Who writes down the opinions on which cases: who presides, and for the cases that they stand aside from another member who is there. */
function recorders({ presiding, present, recusals, cases }: Sitting): Map<PersonId, CaseBefore[]> {
  const people = [...new Set([presiding, ...present])];
  const recorderOf = ({ ref }: CaseBefore) => people.find((person) => !isRecused(recusals, ref, person));
  const by = people.map((person) => [person, cases.filter((one) => recorderOf(one) === person)] as const);
  return new Map(by.filter(([, written]) => written.length > 0));
}

const nobody: Opinion = {
  result: 'postponed',
  why: 'Aucun membre présent ne pouvait délibérer de ce dossier\u00a0: le quorum n’est pas atteint.',
};

/** One opinion a case, under one envelope and one waiting list whoever writes them down. */
export async function deliberate(
  file: CaseFile,
  { metOn, envelopeLeftCents }: SessionInput,
  sitting: Sitting,
  correction: string | undefined,
): Promise<ReadonlyMap<string, Opinion>> {
  const opinions = new Map<string, Opinion>(sitting.cases.map(({ ref }) => [ref, nobody]));
  let leftCents = envelopeLeftCents;
  const ranksTaken: number[] = [];
  for (const [person, cases] of recorders(sitting)) {
    const { answer } = await file.ask(giveOpinions, {
      to: { role: 'committeeMember', person },
      except: [...new Set(cases.flatMap(({ ref }) => [...(sitting.recusals.get(ref) ?? [])]))],
      within: workingDays(2),
      context: { metOn, leftCents, cases, ranksTaken: [...ranksTaken], ...(correction !== undefined && { correction }) },
    });
    for (const [ref, opinion] of Object.entries(answer.results)) {
      opinions.set(ref, opinion);
      leftCents -= proposedCents(opinion);
      if (opinion.result === 'waitingList') ranksTaken.push(opinion.rank);
    }
  }
  return opinions;
}
