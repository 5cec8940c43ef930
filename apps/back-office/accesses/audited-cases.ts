import { Prisma } from '#prisma/generated/client.js';
import type { HeldGrant, Viewer } from '../permissions/viewer.js';
import { within } from '../permissions/visibility.js';
import { auditing } from './auditing.js';

const { sql, join } = Prisma;

const perimeters = (viewer: Viewer): HeldGrant[] => auditing(viewer).grants.filter(({ glass }) => glass === undefined);

/**
 * The cases whose reads the viewer may follow, as a condition on `case_file c`: all in the perimeter of a role that audits. It says who
 * read and when, never what the case says; so it also holds for the cases that the role does not read.
 */
export function auditedCases(viewer: Viewer): Prisma.Sql {
  const conditions = perimeters(viewer).map(within);
  return conditions.length === 0 ? sql`FALSE` : sql`(${join(conditions, ' OR ')})`;
}

/** Whether the viewer also follows who read applications that are not filed: they lie in no perimeter. */
export const auditsEverything = (viewer: Viewer): boolean =>
  perimeters(viewer).some(({ role, ...perimeter }) => role !== 'programManager' && Object.keys(perimeter).length === 0);
