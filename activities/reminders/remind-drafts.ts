import type { Call, Draft, Person, PrismaClient } from '#prisma/generated/client.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import type { Zone } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { MorningActivities } from '#workflows/kit/every-morning.js';
import type { Surroundings } from '../effects/surroundings.js';
import { closingMail } from '../notify/draft-mails.js';
import { renderUnder } from '../notify/render-mail.js';
import { closingReminders, dueReminder } from './due-reminder.js';

type SharedDraft = Draft & { readonly participations: readonly { readonly person: Person }[] };
type Around = Pick<Surroundings, 'prisma' | 'postman' | 'service' | 'baseUrl'>;

/** More calendar days than the earliest reminder's working days can take, with bridges and holidays. */
const horizonDays = closingReminders[0] * 3;

/**
 * The activity that reminds people of applications they have not filed, at −10, −3 and −1 working days of their call's closing date.
 * Each mail has a topic made of the draft, the closing date and the reminder, which the table of mails holds once for each recipient:
 * trying again, or twice on one day, sends nothing more.
 */
export function remindDraftsActivity(around: Around): Pick<MorningActivities, 'remindDrafts'> {
  return {
    async remindDrafts(today) {
      const failures: unknown[] = [];
      for (const call of await closingSoon(around.prisma, today)) {
        for (const draft of await unfiled(around.prisma, call)) {
          await remind(around, draft, call, today).catch((error: unknown) => failures.push(error));
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} drafts: a reminder could not be sent`);
    },
  };
}

const closingSoon = (prisma: PrismaClient, today: CivilDate) =>
  prisma.call.findMany({
    where: { status: 'published', closesOn: { gte: new Date(today), lte: new Date(addDays(today, horizonDays)) } },
  });

const unfiled = (prisma: PrismaClient, { id: callId }: Call): Promise<SharedDraft[]> =>
  prisma.draft.findMany({ where: { callId, caseRef: null }, include: { participations: { include: { person: true } } } });

async function remind({ prisma, postman, service, baseUrl }: Around, draft: SharedDraft, call: Call, today: CivilDate): Promise<void> {
  const closesOn = call.closesOn.toISOString().slice(0, 10);
  const before = dueReminder({ closesOn, zone: zoneOf(call), begunOn: civilDateAt(draft.createdAt.getTime()) }, today);
  if (before === undefined) return;
  const owner = await prisma.person.findUniqueOrThrow({ where: { id: draft.ownerId } });
  const title = titleOf(draft);
  const heading = { reference: 'brouillon', line: `Brouillon : ${title} (${call.title})`, service };
  const mail = renderUnder(closingMail({ id: draft.id, title, callTitle: call.title, closesOn }), heading, baseUrl);
  const people = [owner, ...draft.participations.map(({ person }) => person)];
  await postman.send({ topic: `draft/${draft.id}/closing-${closesOn}/${before}` }, people, mail);
}

/** Holidays are those of the service in charge. */
const zoneOf = ({ terms }: Call): Zone => (terms as { zone?: Zone }).zone ?? 'metropole';

function titleOf({ content }: Draft): string {
  const { project } = content as { project?: { title?: unknown } };
  return typeof project?.title === 'string' && project.title.trim() !== '' ? project.title : 'Demande sans titre';
}
