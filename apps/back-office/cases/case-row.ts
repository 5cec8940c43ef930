import type { Fields } from '../openapi/fields.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import type { StoredCase } from './case-access.js';
import type { CaseRow, WaitRow } from './cases.dto.js';

export function caseRow(one: StoredCase, waits: WaitRow[]): Fields<CaseRow> {
  const procedure = procedureOf(one.procedure, one.revision);
  return {
    ref: one.ref,
    title: one.title,
    ...(one.body_name !== null && { bodyName: one.body_name }),
    ...(one.participant !== null && { participant: one.participant }),
    procedure: one.procedure,
    procedureLabel: procedure.label,
    stage: one.stage,
    stageLabel: stageLabel(procedure, one.stage),
    status: one.status,
    ...(one.outcome !== null && { outcome: one.outcome, outcomeLabel: outcomeLabel(procedure, one.outcome) }),
    openedAt: one.opened_at.toISOString(),
    ...(one.closed_at && { closedAt: one.closed_at.toISOString() }),
    ...(one.next_day !== null && { nextDay: one.next_day }),
    ...(one.amount_cents !== null && { amountCents: Number(one.amount_cents) }),
    waits,
  };
}

/** What the case waits for; when that is nothing, what may still be brought, such as an appeal: at its last day the case goes on. */
export function awaited(rows: readonly WaitRow[]): WaitRow[] {
  const needed = rows.filter(({ optional }) => !optional);
  return needed.length > 0 ? needed : [...rows];
}
