import type { EntryBody } from '#workflows/kit/journal.js';

/** What another system may be told of a case. */
export const webhookEvents = [
  'case.opened',
  'case.stage_changed',
  'case.paused',
  'case.resumed',
  'case.decision_notified',
  'case.document_produced',
  'case.payment_ordered',
  'case.payment_made',
  'case.closed',
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** Messages by which the person concerned learns of a decision, whatever the procedure. */
const decisions: ReadonlySet<string> = new Set([
  'awarded',
  'refused',
  'inadmissible',
  'no-further-action',
  'implicit-rejection',
  'appeal-upheld',
  'appeal-dismissed',
  'appeal-rejected-by-silence',
  'award-maintained',
  'award-withdrawn',
  'clawback-decided',
  'seat-given',
  'no-seat',
  'not-selected',
]);
const concerned: ReadonlySet<string> = new Set(['applicant', 'participant', 'director']);

/** The event that a committed entry is for the outside; undefined for most of them. */
export function eventOf(entry: EntryBody): WebhookEvent | undefined {
  switch (entry.type) {
    case 'opened':
      return 'case.opened';
    case 'entered':
      return 'case.stage_changed';
    case 'paused':
      return 'case.paused';
    case 'resumed':
      return 'case.resumed';
    case 'produced':
      return 'case.document_produced';
    case 'closed':
      return 'case.closed';
    case 'told':
      return decisions.has(entry.template) && concerned.has(entry.to.role) ? 'case.decision_notified' : undefined;
    case 'answered':
      return isItem(entry.id, 'order-payment') ? 'case.payment_ordered' : undefined;
    case 'happened':
      return isItem(entry.id, 'payment-confirmed') ? 'case.payment_made' : undefined;
    default:
      return undefined;
  }
}

/** Items are numbered: `order-payment-2`. */
const isItem = (id: string, key: string) => id.replace(/-\d+$/, '') === key;
