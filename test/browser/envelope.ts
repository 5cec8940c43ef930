import { openCallId } from '../../prisma/seed-calls.js';
import { byApi } from './running-jalon.js';

interface Call {
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly envelopeCents: number;
  readonly terms: object;
  readonly version: number;
}

/** What is left of the open call's envelope, in cents. */
export const leftInEnvelope = async (): Promise<number> =>
  (await (await byApi('Ariel Pilote')).get<{ leftCents: number }>(`/calls/${openCallId}/waiting-list`)).leftCents;

/** The manager amends the open call so that this much is left. */
export async function leaveInEnvelope(cents: number): Promise<void> {
  const ariel = await byApi('Ariel Pilote');
  const { title, opensOn, closesOn, envelopeCents, terms, version } = await ariel.get<Call>(`/calls/${openCallId}`);
  const amended = { title, opensOn, closesOn, envelopeCents: envelopeCents - (await leftInEnvelope()) + cents, terms, version };
  await ariel.send('PUT', `/calls/${openCallId}`, { ...amended, reason: 'Les crédits de l’année ont changé.' });
}
