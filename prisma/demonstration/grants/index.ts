import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { PrismaClient } from '../../generated/client.js';
import { settleExtras } from '../extras.js';
import { ministries, operators, settleBodies } from '../invented-bodies.js';
import { applicantExtras } from './cast.js';
import { pastCalls, settlePastCalls } from './past-calls.js';

/** Writes the bodies, the applicants and the calls of past grants; returns the instant until which the grants are rehearsed. */
export async function settleGrants(prisma: PrismaClient): Promise<number> {
  await settleBodies(prisma, [...ministries, ...operators]);
  const now = await settleExtras(prisma, applicantExtras);
  await settlePastCalls(prisma, Object.values(pastCalls(civilDateAt(now))));
  return now;
}
