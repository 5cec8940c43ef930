import type { Prisma } from '#prisma/generated/client.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import type { Surroundings } from '../effects/surroundings.js';
import { type Recipient, recipientsOf } from '../notify/recipients.js';
import { renderMail } from '../notify/render-mail.js';
import { endOfRetentionMail, retentionTopic } from '../notify/retention-mails.js';
import { dateOf, dayOf } from './keep-until.js';
import { durationOf, ruleByKey } from './rules.js';

type Around = Pick<Surroundings, 'prisma' | 'postman' | 'service' | 'baseUrl' | 'procedureOf'>;

/** Days before the end at which it is announced [D]. */
export const announcedBefore = { early: 90, last: 30 } as const;

interface Ending extends Prisma.RetentionModel {
  readonly view: CaseView;
}

/**
 * Announces the end of cases' retention to their owners and to who answers for the program, 90 and 30 days before; a case whose clock
 * stands still is left alone. After mornings on which nothing ran, what was missed is said at once. Gives what could not be sent.
 */
export async function announceEnds(around: Around, today: CivilDate): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const one of await endingSoon(around, today)) await announce(around, one, today).catch((error: unknown) => failures.push(error));
  return failures;
}

const endingSoon = ({ prisma }: Around, today: CivilDate): Promise<Ending[]> => prisma.$queryRaw`
  SELECT r.case_ref AS "caseRef", r.rule, r.starts_on AS "startsOn", r.keep_until AS "keepUntil", r.ordered_at AS "orderedAt",
    r.announced_early_on AS "announcedEarlyOn", r.announced_last_on AS "announcedLastOn", c.view
  FROM retention r JOIN case_file c ON c.ref = r.case_ref
  WHERE c.destroyed_at IS NULL AND r.keep_until <= ${dateOf(addDays(today, announcedBefore.early))} AND r.announced_last_on IS NULL
    AND NOT EXISTS (SELECT FROM retention_hold h WHERE h.case_ref = r.case_ref AND h.until IS NULL)
  ORDER BY r.case_ref`;

async function announce(around: Around, one: Ending, today: CivilDate): Promise<void> {
  const { prisma, postman, service, baseUrl } = around;
  const { caseRef, rule, view } = one;
  const keptUntil = dayOf(one.keepUntil);
  const isLast = keptUntil <= addDays(today, announcedBefore.last);
  if (!isLast && one.announcedEarlyOn !== null) return;
  const wording = endOfRetentionMail(caseRef, keptUntil, durationOf(ruleByKey(rule)!));
  const procedure = around.procedureOf(view.procedure, view.revision).label;
  const mail = renderMail(wording, { ref: caseRef, on: today, summary: view.summary, procedure, service }, baseUrl);
  const days = isLast ? announcedBefore.last : announcedBefore.early;
  await postman.send({ topic: `${retentionTopic(caseRef)}${keptUntil}/${days}` }, await told(around, view), mail);
  await prisma.retention.update({
    where: { caseRef },
    data: isLast ? { announcedLastOn: dateOf(today) } : { announcedEarlyOn: dateOf(today) },
  });
}

/** The owner and the program managers, each once. An owner who is gone stops nothing; nobody at all does. */
async function told({ prisma }: Around, { ref, procedure, summary }: CaseView): Promise<Recipient[]> {
  const owner = await prisma.person.findUnique({ where: { id: summary.owner }, select: { id: true, email: true } });
  const managers = await recipientsOf(prisma, { ref, procedure, summary }, { role: 'programManager' });
  return [...(owner ? [owner] : []), ...managers.filter(({ id }) => id !== owner?.id)];
}
