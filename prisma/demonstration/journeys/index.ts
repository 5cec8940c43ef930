import { loadCases } from '#activities/demonstration/load-cases.js';
import { settleExtras } from '../extras.js';
import { settleBodies, ministries, operators } from '../invented-bodies.js';
import type { Part } from '../part.js';
import { toLoad } from '../to-load.js';
import { staff } from './cast.js';
import { applicants } from './cohorts.js';
import { writeNotes } from './notes.js';
import { rehearseJourneys } from './rehearse-journeys.js';

/** Six cohorts with their 46 journeys. The coaches' notes come last, and say that all is there. */
export const loadJourneys: Part = async (loading, progress) => {
  const { prisma } = loading;
  await settleBodies(prisma, [...ministries, ...operators]);
  const now = await settleExtras(prisma, [...staff, ...applicants]);
  const { ensemble, attachments } = await rehearseJourneys(now);
  // In the order in which they opened: a cohort before its members.
  const cases = [...ensemble.cases.values()];
  await loadCases(
    loading,
    cases.map((one) => toLoad(one, attachments.get(one.part.ref))),
    progress('Cohortes et parcours', cases.length),
  );
  await writeNotes(prisma, cases, now);
};
