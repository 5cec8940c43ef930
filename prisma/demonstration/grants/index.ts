import { loadCases } from '#activities/demonstration/load-cases.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { PrismaClient } from '../../generated/client.js';
import { Ensemble } from '../ensemble.js';
import { settleExtras } from '../extras.js';
import { ministries, operators, settleBodies } from '../invented-bodies.js';
import type { Part } from '../part.js';
import { toLoad } from '../to-load.js';
import { applicantExtras } from './cast.js';
import { enrolGrants } from './enrol-grants.js';
import { pastCalls, settlePastCalls } from './past-calls.js';

/** Grants of calls of an earlier year, with the sessions of their committee. Again, it changes nothing. */
export const loadGrants: Part = async (loading, progress) => {
  const now = await settleGrants(loading.prisma);
  const ensemble = new Ensemble();
  const { attachmentsOf } = enrolGrants(ensemble, now);
  await ensemble.play(now);
  const cases = [...ensemble.cases.values()].map((one) => toLoad(one, attachmentsOf(one.part.ref)));
  await loadCases(loading, cases, progress('Subventions des années passées', cases.length));
};

/** Writes bodies, applicants and calls; returns the instant until which the grants are rehearsed. */
export async function settleGrants(prisma: PrismaClient): Promise<number> {
  await settleBodies(prisma, [...ministries, ...operators]);
  const now = await settleExtras(prisma, applicantExtras);
  await settlePastCalls(prisma, Object.values(pastCalls(civilDateAt(now))));
  return now;
}
