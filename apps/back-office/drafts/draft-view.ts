import type { Call, Draft } from '#prisma/generated/client.js';
import { dayOf } from '../calls/calls.service.js';
import type { Fields } from '../openapi/fields.js';
import type { DraftSummary } from './drafts.dto.js';

export type DraftContent = Readonly<Record<string, unknown>>;

export const contentOf = (draft: Draft): DraftContent => draft.content as DraftContent;

export function draftSummary(draft: Draft, call: Call): Fields<DraftSummary> {
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
  };
}

/** The project's title, as far as it is written. */
function titleOf({ project }: DraftContent): string | undefined {
  const title = typeof project === 'object' && project !== null && 'title' in project ? project.title : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}
