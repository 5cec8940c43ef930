import type { LoadedCase } from '#activities/demonstration/loaded-case.js';
import { loadCases } from '#activities/demonstration/load-cases.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { PrismaClient } from '../generated/client.js';
import { Ensemble } from './ensemble.js';
import { settleExtras } from './extras.js';
import { enrolGrants } from './grants/enrol-grants.js';
import { settleGrants } from './grants/index.js';
import { staff } from './journeys/cast.js';
import { applicants } from './journeys/cohorts.js';
import { Journeys } from './journeys/enrol-journeys.js';
import { areNotesThere, writeNotes } from './journeys/notes.js';
import type { Part } from './part.js';
import type { RehearsedCase } from './rehearsed-case.js';
import { toLoad } from './to-load.js';

/** Cases as they stand now, in the order in which they opened, each as it is loaded. */
export interface Rehearsed {
  readonly ensemble: Ensemble;
  readonly cases: readonly RehearsedCase[];
  readonly loaded: readonly LoadedCase[];
}

/** Rehearses the grants of past years, their committee, the cohorts and their journeys on one clock: grants hear of the journeys that they pay for. */
export async function rehearseGrantsAndJourneys(now: Instant): Promise<Rehearsed> {
  const ensemble: Ensemble = new Ensemble((child) => journeys.playerOf(child));
  const grants = enrolGrants(ensemble, now);
  const journeys = new Journeys(ensemble, civilDateAt(now), grants.fundingRefs);
  journeys.enrol();
  await ensemble.play(now);
  const cases = [...ensemble.cases.values()];
  const attachmentsOf = (ref: string) => [...grants.attachmentsOf(ref), ...journeys.attachmentsOf(ref)];
  return { ensemble, cases, loaded: cases.map((one) => toLoad(one, attachmentsOf(one.part.ref))) };
}

/** Loads them. The coaches' notes come last, and say that all is there. */
export const loadGrantsAndJourneys: Part = async (loading, progress) => {
  const { prisma } = loading;
  const now = await settlePeople(prisma);
  if (await areNotesThere(prisma)) return;
  const { cases, loaded } = await rehearseGrantsAndJourneys(now);
  await loadCases(loading, loaded, progress('Subventions, cohortes et parcours', loaded.length));
  await writeNotes(prisma, cases, now);
};

/** Returns the instant until which all is rehearsed. */
async function settlePeople(prisma: PrismaClient): Promise<Instant> {
  await settleExtras(prisma, [...staff, ...applicants]);
  return settleGrants(prisma);
}
