import type { Entry, EntryType } from '#workflows/kit/journal.js';
import type { CaseActivities, EffectOrder } from '#workflows/kit/messages.js';
import type { Addressee } from '#workflows/kit/people.js';
import type { MailContext, MailWording } from '../notify/mail-template.js';
import { askedMail, type Awaited, escalatedMail, overdueMail, producedMail, remindedMail } from '../notify/task-mails.js';
import { toldMail } from '../notify/told-mails.js';
import { informCase } from './inform-case.js';
import { awaited, openItem, watcherOf } from './awaited-item.js';
import { EffectLedger } from './ledger.js';
import { produceLetter } from './produce-letter.js';
import { sendMail } from './send-mail.js';
import type { Surroundings } from './surroundings.js';

type Effects = {
  readonly [T in EntryType]?: (around: Surroundings, order: EffectOrder, entry: Extract<Entry, { type: T }>) => Promise<void>;
};

/** What each type of entry does outside. */
const effects: Effects = {
  told: (around, order, { to, template, data }) =>
    sendMail(around, order, to, (context) => toldMail(order.procedure, template)(data, context, to)),
  informed: informCase,
  async produced(around, order, entry) {
    await produceLetter(around, order, entry);
    const label = around.procedureOf(order.procedure, order.revision).documents.find(({ key }) => key === entry.document)?.label;
    await sendMail(around, order, { role: 'applicant' }, (context) => producedMail(label ?? entry.document, context));
  },
  asked: (around, order, { id }) => mailAboutItem(around, order, id, askedMail),
  expected: (around, order, { id }) => mailAboutItem(around, order, id, askedMail),
  reminded: (around, order, { id }) =>
    mailAboutItem(around, order, id, (item, context) => (item.overdue ? overdueMail : remindedMail)(item, context)),
  overdue: (around, order, { id }) => mailAboutItem(around, order, id, overdueMail),
  escalated: (around, order, { id, to }) => mailAboutItem(around, order, id, escalatedMail, { role: to }),
};

/** Tells who must act on an item, or somebody else, as long as the case still waits for it. */
async function mailAboutItem(
  around: Surroundings,
  order: EffectOrder,
  id: string,
  write: (item: Awaited, context: MailContext) => MailWording,
  to?: Addressee,
): Promise<void> {
  const wait = await openItem(around, order.ref, id);
  if (!wait) return;
  const except = to ? [] : wait.except;
  await sendMail(around, order, to ?? watcherOf(around, order, wait), (context) => write(awaited(around, order, wait), context), except);
}

/**
 * The activity that delivers the effect of one entry, once for each `ref` and `seq`: the ledger says what is done, and the unique
 * keys of documents and mails keep a crash before the ledger harmless. A failure is written down and thrown, to be tried again.
 */
export function deliverActivity(around: Surroundings): Pick<CaseActivities, 'deliver'> {
  const ledger = new EffectLedger(around.prisma);
  return {
    async deliver(order) {
      const key = { ref: order.ref, seq: order.entry.seq };
      const effect = effects[order.entry.type] as ((...of: [Surroundings, EffectOrder, Entry]) => Promise<void>) | undefined;
      if (!effect || !(await ledger.begin(key))) return;
      try {
        await effect(around, order, order.entry);
        await ledger.succeed(key);
      } catch (error) {
        await ledger.fail(key, error);
        throw error;
      }
    },
  };
}
