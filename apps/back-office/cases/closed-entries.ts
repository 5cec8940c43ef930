import type { Entry, EntryType } from '#workflows/kit/journal.js';
import type { Role } from '#workflows/kit/people.js';
import { rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { actsOnOwnCases, isNarrow } from '../permissions/visibility.js';
import { procedureOf } from '../procedures.js';
import { placeOfCase, type StoredCase } from './case-access.js';
import { sealedItems, tellsSealed } from './sealed-items.js';

/** What the service's people say among themselves. */
const internal: ReadonlySet<string> = new Set<EntryType>(['answered', 'corrected', 'requested', 'reassigned']);

/** Who deliberates: what comes from them is told to the applicant by the decision, not before. */
const deliberating: ReadonlySet<Role> = new Set(['reviewer', 'expert', 'committeeMember', 'juryMember']);

export interface ClosedEntries {
  /** Closed until a peer has answered too. */
  readonly isSealed: (entry: Entry) => boolean;
  /** Its content is not for this person: sealed, or internal to the service. */
  readonly isHidden: (entry: Entry) => boolean;
  /** Not even that it happened is for this person: a decision that is not notified, what others may do or are reminded of. */
  readonly isAbsent: (entry: Entry) => boolean;
}

/** Which entries keep their content from this person. */
export function closedTo(viewer: Viewer, one: StoredCase, entries: readonly Entry[]): ClosedEntries {
  const roles = rolesOn(placeOfCase(one), viewer);
  const sealed = sealedItems(one.view, entries, roles, viewer.id);
  const consulted = roles.every((role) => isNarrow(role, one.procedure));
  const fromOwners = new Set(
    entries.flatMap((entry) => ((entry.type === 'asked' && actsOnOwnCases(entry.to.role)) || entry.type === 'expected' ? [entry.id] : [])),
  );
  const deliberated = new Set(
    entries.flatMap((entry) => (entry.type === 'expected' && deliberating.has(entry.from.role) ? [entry.id] : [])),
  );
  const isSealed = (entry: Entry) => tellsSealed(entry, sealed);
  const isInternal = (entry: Entry) => {
    if (!consulted || !('by' in entry) || entry.by === viewer.id) return false;
    if ('id' in entry && deliberated.has(entry.id)) return true;
    return internal.has(entry.type) && !('id' in entry && fromOwners.has(entry.id));
  };
  const absent = absentItems(one, roles, entries);
  const isAbsent = (entry: Entry) =>
    consulted && 'id' in entry && (absent.all.has(entry.id) || (absent.reminders.has(entry.id) && remindersOf.has(entry.type)));
  return { isSealed, isAbsent, isHidden: (entry) => isSealed(entry) || isInternal(entry) || isAbsent(entry) };
}

const remindersOf: ReadonlySet<EntryType> = new Set<EntryType>(['reminded', 'escalated', 'overdue']);

/** Items of which somebody in these roles, outside the service, sees nothing; and those of which they see all but the reminders. */
function absentItems({ procedure, revision }: StoredCase, roles: readonly Role[], entries: readonly Entry[]) {
  const { tasks, events } = procedureOf(procedure, revision);
  const discreet = new Set([...tasks, ...events].flatMap(({ key, discreet: is }) => (is ? [key] : [])));
  const brought = new Set(entries.flatMap((entry) => (entry.type === 'happened' ? [entry.id] : [])));
  const asked = entries.filter((entry) => entry.type === 'asked');
  const offered = entries.filter((entry) => entry.type === 'expected');
  return {
    all: new Set([
      ...asked.flatMap(({ id, task }) => (discreet.has(task) ? [id] : [])),
      ...offered.flatMap(({ id, event, from, optional }) =>
        discreet.has(event) || (optional && !roles.includes(from.role) && !brought.has(id)) ? [id] : [],
      ),
    ]),
    reminders: new Set([
      ...asked.flatMap(({ id, to }) => (roles.includes(to.role) ? [] : [id])),
      ...offered.flatMap(({ id, from }) => (roles.includes(from.role) ? [] : [id])),
    ]),
  };
}
