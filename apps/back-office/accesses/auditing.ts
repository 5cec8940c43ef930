import { extentOf } from '../permissions/matrix.js';
import type { Viewer } from '../permissions/viewer.js';

/**
 * The viewer with those of their roles through which they audit: who manages one program and studies cases of another reads the raw
 * journal of the first alone. An open break-glass counts.
 */
export const auditing = (viewer: Viewer): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter(({ role }) => extentOf('audit log', role) !== undefined),
});
