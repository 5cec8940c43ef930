import type { Viewer } from '../permissions/viewer.js';
import type { BreakGlassView } from './break-glass.dto.js';

export interface StoredGlass {
  id: string;
  case_ref: string;
  person_id: string;
  person_name: string | null;
  reason: string;
  opened_at: Date;
  until: Date;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  acknowledged_at: Date | null;
  remark: string | null;
  may_acknowledge: boolean;
}

export function glassView(viewer: Viewer, row: StoredGlass): BreakGlassView {
  const { acknowledged_by, acknowledged_at } = row;
  return {
    id: row.id,
    ref: row.case_ref,
    by: { id: row.person_id, name: row.person_name ?? '' },
    reason: row.reason,
    openedAt: row.opened_at.toISOString(),
    until: row.until.toISOString(),
    ...(acknowledged_by !== null &&
      acknowledged_at !== null && {
        acknowledged: {
          at: acknowledged_at.toISOString(),
          by: { id: acknowledged_by, name: row.acknowledged_name ?? '' },
          remark: row.remark ?? '',
        },
      }),
    mayAcknowledge: row.may_acknowledge && acknowledged_at === null && row.person_id !== viewer.id,
  };
}
