import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { type CallTerms, callTerms } from '#workflows/ftap/call-terms.js';
import type { PrismaClient } from '../../generated/client.js';
import { campusTerms } from '../../seed-calls.js';
import { seedId } from '../../seed-id.js';
import { personId } from '../../seed-people.js';

/** A call of an earlier year, closed by now: what became of its applications is known. */
export interface PastCall {
  readonly id: string;
  readonly title: string;
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  /** As they stood for those who applied. */
  readonly terms: CallTerms;
}

/** A whole year of applications, and some days more: every day of the year is in it. */
const openedAgo = 790;
const closedAgo = 415;

const manager = personId('Ariel Pilote');
const fundId = seedId('fund ftap');

/** The desk of the year before last, and its small sister in Strasbourg, where two more days of the year are holidays. */
export function pastCalls(today: CivilDate): { readonly desk: PastCall; readonly strasbourg: PastCall } {
  const opensOn = addDays(today, -openedAgo);
  const year = opensOn.slice(0, 4);
  const past = (key: string, title: string, change: Partial<CallTerms> = {}): PastCall => ({
    id: seedId(`call ${key}`),
    title,
    opensOn,
    closesOn: addDays(today, -closedAgo),
    terms: callTerms.parse({ ...campusTerms(title, opensOn), ...change }),
  });
  return {
    desk: past('past', `Guichet Campus du numérique public, appel ${year}`),
    strasbourg: past('strasbourg', `Guichet Campus du numérique public à Strasbourg, appel ${year}`, {
      envelopeCents: 200_000_00,
      zone: 'alsace-moselle',
    }),
  };
}

/** Version of the calls under which everybody applied. */
export const callVersion = 2;

/** Published, then given a committee calendar, then closed: three versions each. */
export async function settlePastCalls(prisma: PrismaClient, calls: readonly PastCall[]): Promise<void> {
  for (const { id, title, opensOn, closesOn, terms } of calls) {
    const { title: _title, envelopeCents, ...rest } = terms;
    const dates = { opensOn: new Date(opensOn), closesOn: new Date(closesOn) };
    const version = (number: number, status: string, at: CivilDate, reason?: string) => ({
      version: number,
      title,
      status,
      ...dates,
      envelopeCents: BigInt(envelopeCents),
      terms: number < callVersion ? { ...rest, expertGroups: [] } : rest,
      at: new Date(instantAt(at, '10:00')),
      ...(reason !== undefined && { changedBy: manager, reason }),
    });
    const versions = [
      version(1, 'published', addDays(opensOn, -20)),
      version(callVersion, 'published', addDays(opensOn, -3), 'Des experts sont consultés sur chaque demande.'),
      version(callVersion + 1, 'closed', addDays(closesOn, 1), 'La période de dépôt est terminée.'),
    ];
    const now = { title, status: 'closed', ...dates, envelopeCents: BigInt(envelopeCents), terms: rest, version: versions.length };
    const create = { id, fundId, procedure: 'ftap', ...now, versions: { create: versions } };
    await prisma.call.upsert({ where: { id }, create, update: {} });
  }
}
