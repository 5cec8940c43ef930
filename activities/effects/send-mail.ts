import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import type { Addressee, PersonId } from '#workflows/kit/people.js';
import type { MailContext, MailWording } from '../notify/mail-template.js';
import { recipientsOf } from '../notify/recipients.js';
import { renderMail } from '../notify/render-mail.js';
import type { Surroundings } from './surroundings.js';

/** Sends one wording to everybody that the addressee stands for. */
export async function sendMail(
  around: Surroundings,
  order: EffectOrder,
  to: Addressee,
  write: (context: MailContext) => MailWording,
  except: readonly PersonId[] = [],
): Promise<void> {
  const { ref, procedure, revision, summary, entry } = order;
  const context: MailContext = {
    ref,
    summary,
    on: civilDateAt(entry.at),
    at: entry.at,
    procedure: around.procedureOf(procedure, revision).label,
    service: around.service,
  };
  const recipients = await recipientsOf(around.prisma, order, to, except);
  await around.postman.send({ ref, seq: entry.seq }, recipients, renderMail(write(context), context, around.baseUrl));
}
