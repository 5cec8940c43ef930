import { AsyncLocalStorage } from 'node:async_hooks';
import { isRunByOwner } from '#workflows/catalogue.js';
import { type Action, extentOf } from '../permissions/matrix.js';
import { type CasePlace, rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';

/** A case or a draft that a request has opened for somebody who is not its owner. */
export interface OpenedFile {
  readonly ref: string;
  /** As which the person reads it. */
  readonly roles: readonly string[];
  /** By a break-glass alone. */
  readonly byGlass: boolean;
}

interface Request {
  readonly viewerId: string;
  readonly files: Map<string, OpenedFile>;
}

const requests = new AsyncLocalStorage<Request>();

/** Does the work of one request, and gives with its result every file that it opened for this person. */
export async function gatherOpened<T>(viewerId: string, work: () => Promise<T>): Promise<{ result: T; opened: OpenedFile[] }> {
  const request: Request = { viewerId, files: new Map() };
  const result = await requests.run(request, work);
  return { result, opened: [...request.files.values()] };
}

/**
 * Notes that the viewer has opened the case. The doors to cases call it, so that no route can forget to. The owner's own reads are
 * left out, except where the owner is the service's own, such as who convenes a session.
 */
export function noteOpened(viewer: Viewer, place: CasePlace, action: Action): void {
  if (place.ownerId === viewer.id && !isRunByOwner(place.procedure)) return;
  const held = viewer.grants.filter(({ role, glass }) => glass === undefined && extentOf(action, role) !== undefined);
  const own = rolesOn(place, { ...viewer, grants: held }, action);
  const byGlass = own.length === 0 && viewer.grants.some(({ glass }) => glass?.ref === place.ref);
  note(viewer, { ref: place.ref, roles: byGlass ? ['administrator'] : own, byGlass });
}

/** Notes that the viewer has opened an application that somebody shares with them. */
export function noteShared(
  viewer: Viewer,
  draft: { readonly id: string; readonly ownerId: string; readonly caseRef: string | null },
): void {
  if (draft.ownerId !== viewer.id) note(viewer, { ref: draft.caseRef ?? `draft/${draft.id}`, roles: ['applicant'], byGlass: false });
}

/** Notes content that no door gives, such as a mail about a case. */
export function noteRead(viewer: Viewer, ref: string, roles: readonly string[]): void {
  note(viewer, { ref, roles, byGlass: false });
}

function note(viewer: Viewer, { ref, roles, byGlass }: OpenedFile): void {
  const request = requests.getStore();
  // A colleague's standing may be looked at on the way: that is nobody's read.
  if (request?.viewerId !== viewer.id) return;
  const before = request.files.get(ref);
  request.files.set(ref, { ref, roles: [...new Set([...(before?.roles ?? []), ...roles])], byGlass: byGlass && (before?.byGlass ?? true) });
}
