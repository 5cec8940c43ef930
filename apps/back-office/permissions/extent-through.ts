import { type Action, type Extent, extentOf } from './matrix.js';
import type { HeldGrant } from './viewer.js';

/** How far the grant lets one go with the action; undefined: not at all. What the matrix leaves to scopes is opened by a token's scopes alone. */
export function extentThrough(action: Action, { role, scopes = [] }: HeldGrant): Extent | undefined {
  const extent = extentOf(action, role);
  return extent === 'scope' && !scopes.includes(action) ? undefined : extent;
}
