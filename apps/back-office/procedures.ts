import { catalogue, procedureOf } from '#workflows/catalogue.js';
import type { Procedure } from '#workflows/kit/procedure.js';

/** French label of a procedure's stage. */
export const stageLabel = (procedure: Procedure, stage: string): string =>
  Object.values(procedure.stages).find(({ id }) => id === stage)?.label ?? stage;

/** How a case ended, in French. */
export const outcomeLabel = (procedure: Procedure, outcome: string): string =>
  outcome === 'withdrawn' ? 'Demande retirée' : (procedure.outcomes[outcome] ?? outcome);

/** What people read for a group that a procedure addresses by a key; a group that has a name of its own is called by it. */
export const groupLabel = (procedure: string, group: string): string =>
  catalogue.find(({ id, groups }) => id === procedure && groups?.[group] !== undefined)?.groups?.[group] ?? group;

export { procedureOf };
