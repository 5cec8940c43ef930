import { loadCases } from '#activities/demonstration/load-cases.js';
import { yearTerms } from '#workflows/directors-year/terms.js';
import type { PrismaClient } from '../../generated/client.js';
import { settleExtras } from '../extras.js';
import { ministries, settleBodies } from '../invented-bodies.js';
import type { Part } from '../part.js';
import { toLoad } from '../to-load.js';
import { directorsOfAllWaves, editionPlan, editionTerms, eventsOf } from './edition-plan.js';
import { directorExtras } from './invented-directors.js';
import { editionId, extrasNeeded, type RehearsedEdition, rehearseEdition } from './rehearse-edition.js';

/** Loads the edition that runs: its directors, their secretariats, their years and the events that they are offered. */
export const loadDirectors: Part = async (loading, progress) => {
  const { prisma } = loading;
  await settleBodies(prisma, ministries);
  const now = await settleExtras(prisma, directorExtras(extrasNeeded));
  if (await isThere(prisma)) return;
  const edition = await rehearseEdition(now);
  await writeEdition(prisma, edition, now);
  const cases = [...edition.ensemble.cases.values()].map((one) => toLoad(one));
  await loadCases(loading, cases, progress('Année des directeurs', cases.length));
};

/** Every case of the edition: nothing has to be rehearsed. */
async function isThere(prisma: PrismaClient): Promise<boolean> {
  const cases = directorsOfAllWaves + eventsOf(editionPlan('2026-01-05')).length;
  return (await prisma.caseFile.count({ where: { callId: editionId, ref: { contains: '-900' } } })) >= cases;
}

/** The edition, who takes part, and who acts for whom. */
async function writeEdition(prisma: PrismaClient, { plan, memberships }: RehearsedEdition, now: number): Promise<void> {
  const edition = { id: editionId, title: plan.title, startsOn: new Date(plan.startsOn), terms: yearTerms.parse(editionTerms) };
  await prisma.edition.createMany({ data: [{ ...edition, createdAt: new Date(now) }], skipDuplicates: true });
  await prisma.editionMember.createMany({
    data: memberships.map(({ director: { person, wave, ref }, input }) => ({ editionId, personId: person.id, wave, caseRef: ref, input })),
    skipDuplicates: true,
  });
  await prisma.delegation.createMany({
    data: memberships.flatMap(({ director: { person, ref } }) =>
      person.delegate === undefined ? [] : [{ caseRef: ref, personId: person.delegate, givenBy: person.id, at: new Date(now) }],
    ),
    skipDuplicates: true,
  });
}
