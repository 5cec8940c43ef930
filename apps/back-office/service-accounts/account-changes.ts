import type { Prisma } from '#prisma/generated/client.js';
import type { Viewer } from '../permissions/viewer.js';

/** What may be done to an account, as its history says it. */
export const changeWords = {
  created: 'Compte demandé',
  changed: 'Compte modifié',
  agreed: 'Accord donné',
  secretAdded: 'Secret créé',
  secretEnded: 'Secret retiré',
  ended: 'Compte fermé',
  webhookAdded: 'Adresse ajoutée',
  webhookRemoved: 'Adresse retirée',
  webhookSecret: 'Secret de signature renouvelé',
  webhookSuspended: 'Envois suspendus',
  webhookResumed: 'Envois repris',
  replayed: 'Messages rejoués',
} as const;

export type AccountChangeKind = keyof typeof changeWords;

/** Writes down, in the transaction of the change itself, what was done and by whom. */
export async function noteChange(
  transaction: Prisma.TransactionClient,
  viewer: Viewer,
  accountId: string,
  what: AccountChangeKind,
  detail?: string,
): Promise<void> {
  await transaction.serviceChange.create({ data: { accountId, by: viewer.id, what, detail: detail ?? null } });
}
