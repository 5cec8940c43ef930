import { Prisma } from '#prisma/generated/client.js';

/** Name of the participant of a journey, in a query on `case_file c`: the cases of a cohort all have the same title. */
export const participantName = Prisma.sql`CASE WHEN starts_with(c.procedure, 'reconversion-')
  THEN (SELECT o.name FROM person o WHERE o.id = c.owner_id) END AS participant`;
