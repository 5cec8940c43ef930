import type { Instant } from '#workflows/calendar/civil-date.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { caseFileRow, type CaseFileRow } from './rows.js';

/** Whose a destroyed case is: nobody's. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * The row that a destroyed case keeps, so that counts stay true and its reference is never given again: which procedure and call, when,
 * how it ended. It says neither whose it was, nor for how much, nor why.
 */
export function tombstoneRow(view: CaseView, lastHash: string, destroyedAt: Instant): CaseFileRow {
  const { ref, procedure, revision, summary, stage, outcome, openedAt, closedAt, lastSeq } = view;
  const bare: CaseView = {
    ref,
    procedure,
    revision,
    summary: { title: 'Dossier détruit', owner: nobody, ...(summary.callId !== undefined && { callId: summary.callId }) },
    stage,
    status: 'closed',
    ...(outcome && { outcome: { kind: outcome.kind } }),
    openedAt,
    ...(closedAt !== undefined && { closedAt }),
    waits: [],
    lastSeq,
  };
  return { ...caseFileRow(bare, lastHash), destroyed_at: destroyedAt };
}
