import type { Entry, EntryType } from '#workflows/kit/journal.js';
import { type Addressee, theClock } from '#workflows/kit/people.js';
import { placeOfCase, type StoredCase } from '../cases/case-access.js';
import { closedTo } from '../cases/closed-entries.js';
import { rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { actsOnOwnCases, isNarrow } from '../permissions/visibility.js';

/** What the case tells everybody who is in it: where it stands, what its terms are. */
const common: ReadonlySet<EntryType> = new Set<EntryType>([
  'opened',
  'entered',
  'waitBegun',
  'waitEnded',
  'clockStarted',
  'clockStopped',
  'clockRestarted',
  'clockEnded',
  'clockExpired',
  'paused',
  'resumed',
  'extended',
  'transferred',
  'withdrawn',
  'adopted',
  'closed',
]);

/**
 * Which entries a person's pack holds in full. Who reads the whole case reads all but what is still sealed. The people whom a procedure
 * is about get what their timeline tells: an entry as it is written says more (to whom else something was asked, and with what
 * figures), so whatever is not known to be theirs stays hidden. `produced`: numbers of the entries whose document they may read.
 */
export function openEntries(viewer: Viewer, one: StoredCase, entries: readonly Entry[], produced: ReadonlySet<number>) {
  const closed = closedTo(viewer, one, entries);
  if (rolesOn(placeOfCase(one), viewer).some((role) => !isNarrow(role, one.procedure))) return (entry: Entry) => !closed.isSealed(entry);
  const theirs = new Set(
    entries.flatMap((entry) => {
      if (entry.type === 'asked') return isTheirs(entry.to, viewer) ? [entry.id] : [];
      if (entry.type === 'expected') return isTheirs(entry.from, viewer) ? [entry.id] : [];
      return entry.type === 'waitBegun' || entry.type === 'clockStarted' ? [entry.id] : [];
    }),
  );
  return (entry: Entry): boolean => {
    if (closed.isHidden(entry)) return false;
    if (common.has(entry.type)) return true;
    if (entry.type === 'told') return isTheirs(entry.to, viewer);
    if (entry.type === 'produced') return produced.has(entry.seq);
    if (entry.type === 'happened') return true;
    if ('by' in entry && entry.by !== theClock && entry.by === viewer.id) return true;
    return 'id' in entry && theirs.has(entry.id);
  };
}

const isTheirs = ({ role, person }: Addressee, viewer: Viewer) => actsOnOwnCases(role) && (person === undefined || person === viewer.id);
