import type { Call, Draft } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { type Eligibility, eligibility } from '#workflows/ftap/eligibility.js';
import { dayOf, isOpen } from '../calls/call-view.js';
import { termsOf } from '../calls/call-terms.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { rightOn, type SharedDraft } from './draft-access.js';
import type { DraftSummary } from './drafts.dto.js';

export type DraftContent = Readonly<Record<string, unknown>>;

export const contentOf = (draft: Draft): DraftContent => draft.content as DraftContent;

export function draftSummary(viewer: Viewer, draft: SharedDraft, call: Call, ownerName: string): Fields<DraftSummary> {
  const title = titleOf(contentOf(draft));
  return {
    id: draft.id,
    procedure: draft.procedure,
    callId: call.id,
    callTitle: call.title,
    closesOn: dayOf(call.closesOn),
    ...(title !== undefined && { title }),
    ...(draft.caseRef !== null && { caseRef: draft.caseRef }),
    version: draft.version,
    updatedAt: draft.updatedAt.toISOString(),
    ownerName,
    right: rightOn(viewer, draft) ?? 'reader',
  };
}

/** The call's conditions, held against the draft as it stands today. */
export const conditionsOf = (draft: Draft, call: Call): Eligibility[] => {
  const place = { terms: termsOf(call), opensOn: dayOf(call.opensOn), closesOn: dayOf(call.closesOn), open: isOpen(call) };
  return eligibility(contentOf(draft), place, civilDateAt(Date.now()));
};

/** The project's title, as far as it is written. */
function titleOf({ project }: DraftContent): string | undefined {
  const title = typeof project === 'object' && project !== null && 'title' in project ? project.title : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}
