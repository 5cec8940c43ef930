import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { PrismaClient } from './generated/client.js';
import { closedCallId } from './seed-calls.js';
import { seedGrants } from './seed-grants.js';
import { seedLives } from './seed-lives.js';
import { person } from './seed-play.js';

interface CallView {
  readonly status: string;
  readonly open: boolean;
  readonly version: number;
  readonly title: string;
  readonly opensOn: string;
  readonly envelopeCents: number;
  readonly terms: object;
}

/**
 * Plays all demonstration cases, and what is missing of them when that was interrupted. Closing last year's call is the last act: once it
 * is closed nothing is played again.
 */
export async function seedEverything(prisma: PrismaClient): Promise<void> {
  const manager = await person('Ariel Pilote');
  const lastYear = () => manager.get<CallView>(`/calls/${closedCallId}`);
  const call = await lastYear();
  if (call.status !== 'published') return;
  if (!call.open) await keepOpen(call);
  await seedGrants();
  await seedLives(prisma);
  const reason = 'La période de dépôt est terminée.';
  await manager.send('POST', `/calls/${closedCallId}/close`, { version: (await lastYear()).version, reason });
}

/** Seeding that was interrupted goes on another day. */
async function keepOpen({ title, opensOn, envelopeCents, terms, version }: CallView): Promise<void> {
  const closesOn = civilDateAt(Date.now());
  const change = { title, opensOn, closesOn, envelopeCents, terms, version, reason: 'Des dépôts sont encore attendus.' };
  await (await person('Ariel Pilote')).send('PUT', `/calls/${closedCallId}`, change);
}
