import { addDays, type Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { PrismaClient } from '../../generated/client.js';
import { seedId } from '../../seed-id.js';
import { Chance } from '../chance.js';
import type { RehearsedCase } from '../rehearsed-case.js';
import { officeTime } from '../working-day.js';
import { aube, robin } from './cast.js';

const privateNotes = [
  'Prudence sur le rythme : deux semaines denses au service d’origine.',
  'Très à l’aise à l’oral ; proposer de présenter devant l’équipe d’accueil.',
  'Reprendre ensemble la grille du jury avant la fin du mois.',
] as const;
const sharedNotes = [
  'Lectures conseillées : le guide du langage clair, puis le référentiel d’accessibilité.',
  'À préparer pour notre prochain point : trois questions aux usagers.',
] as const;

const noteId = (number: number) => seedId(`coach note ${number}`);

/** Notes of the named coaches on the journeys that they accompany now: some for themselves, some for the participant. */
export async function writeNotes(prisma: PrismaClient, cases: readonly RehearsedCase[], now: Instant): Promise<void> {
  const data = cases.flatMap((one) => {
    const { ref } = one.part;
    const coach = coachOf(one);
    if (one.run.closed || (coach !== robin && coach !== aube)) return [];
    const chance = new Chance(`notes ${ref}`);
    const at = (daysAgo: number) => new Date(Math.min(now, officeTime(addDays(civilDateAt(now), -daysAgo), chance)));
    return [
      { caseRef: ref, authorId: coach, text: chance.pick(privateNotes), shared: false, at: at(6) },
      { caseRef: ref, authorId: coach, text: chance.pick(sharedNotes), shared: true, at: at(9) },
    ];
  });
  await prisma.note.createMany({ data: data.map((note, number) => ({ id: noteId(number), ...note })), skipDuplicates: true });
}

/** They are written at once: one is there when all are. */
export const areNotesThere = async (prisma: PrismaClient): Promise<boolean> => (await prisma.note.count({ where: { id: noteId(0) } })) > 0;

/** Whom the cohort last named. */
const coachOf = ({ journal }: RehearsedCase): string | undefined =>
  journal.flatMap((entry) => (entry.type === 'happened' ? [(entry.data as { coach?: string }).coach ?? []].flat() : [])).at(-1);
