import { aFileId, type Course } from '#workflows/ftap/course/course.js';
import { typicalCourse } from '#workflows/ftap/course/index.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { daysBetween } from '#workflows/calendar/civil-date.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { type PlannedAct, plannedActs } from '#workflows/kit/planned-acts.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { PrismaClient } from './generated/client.js';
import { caseOf, fastForward, pdf, person } from './seed-play.js';

const procedure = ftapR1 as unknown as Procedure;

/** Who plays the parts of the typical course; the applicant's is the owner's. */
const cast: Readonly<Record<string, string>> = {
  'reviewer-1': 'Sacha Modèle',
  'reviewer-2': 'Charlie Démo',
  'reviewer-9': 'Noa Échantillon',
  'expert-1': 'Maé Spécimen',
  'expert-2': 'Lou Prototype',
  'authority-1': 'Gaël Témoin',
  'budget-1': 'Ange Imaginaire',
  'manager-1': 'Ariel Pilote',
};

const fileNames: Readonly<Record<string, string>> = {
  'request-instalment': 'Justificatifs de dépenses.pdf',
  'final-account': 'Compte d’emploi.pdf',
  'measure-effects': 'Attestations de formation.pdf',
  'breach-found': 'Constat.pdf',
};

/** A case that is played: whose it is, and what is done otherwise than on the typical course. */
export interface Played {
  readonly ref: string;
  readonly owner: string;
  readonly course: Course;
}

export const viewOf = async (prisma: PrismaClient, ref: string): Promise<CaseView> =>
  (await prisma.caseFile.findUniqueOrThrow({ where: { ref } })).view as unknown as CaseView;

/** Plays a case, each act on its day, until its view is as wished; false when it was so already. */
export async function playUntil(prisma: PrismaClient, played: Played, wished: (view: CaseView) => boolean): Promise<boolean> {
  let view = await viewOf(prisma, played.ref);
  if (wished(view)) return false;
  let { today } = await caseOf(played.ref);
  for (; !wished(view); view = await viewOf(prisma, played.ref)) today = await step(played, view, today);
  return true;
}

/** The next act of the course on its day, or the case's own next date; returns the day in the case afterwards. */
async function step(played: Played, view: CaseView, today: string): Promise<string> {
  const course = { ...typicalCourse, ...played.course };
  const [next] = plannedActs(procedure, view, (item) => course[item.key]?.(item) ?? 'never');
  const ringsOn = view.waits
    .flatMap(({ due, stopped }) => (due && !stopped ? [civilDateAt(due.firesAt)] : []))
    .filter((day) => day > today)
    .sort()[0];
  if (next && next.on <= today) {
    await act(played, next);
    return today;
  }
  if (next && (ringsOn === undefined || next.on <= ringsOn)) return fastForward(played.ref, { days: daysBetween(today, next.on) });
  if (ringsOn === undefined) throw new Error(`${played.ref} waits for nothing that the course plays: ${JSON.stringify(view.waits)}`);
  return fastForward(played.ref, { to: 'next' });
}

async function act({ ref, owner }: Played, { item, answer, by }: PlannedAct): Promise<void> {
  const name = by === 'applicant-1' ? owner : cast[by];
  if (name === undefined) throw new Error(`Nobody plays ${by} for ${item.id} of ${ref}.`);
  const who = await person(name);
  const written = JSON.stringify(answer);
  const file = written.includes(aFileId) ? await who.upload({ caseRef: ref }, fileNames[item.key] ?? 'Pièce.pdf', pdf) : aFileId;
  const value = JSON.parse(written.replaceAll(aFileId, file)) as object;
  if (item.kind === 'task') await who.send('POST', `/tasks/${ref}.${item.id}/answer`, { answer: value });
  else await who.send('POST', `/cases/${ref}/events/${item.id}`, { data: value });
}
