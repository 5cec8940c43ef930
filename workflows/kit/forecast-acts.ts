import type { CivilDate, Instant } from '../calendar/civil-date.js';
import { civilDateAt } from '../calendar/paris-time.js';
import type { ForecastPlayer } from './forecast-player.js';
import type { RefusalCode } from './messages.js';
import type { PersonId, Role } from './people.js';
import type { Procedure } from './procedure.js';
import type { OpenItem, Rehearsal } from './rehearsal.js';

/** Something that a person is expected to do on a case. */
export interface ExpectedAct {
  /** Its open item, or one that will open. */
  readonly item: string;
  /** Of the task or event. */
  readonly key: string;
  readonly kind: 'task' | 'event';
  /** Today for what should have been done. */
  readonly on: CivilDate;
  readonly role: Role;
  /** Whom it is addressed to by name. */
  readonly person?: PersonId;
  readonly group?: string;
  readonly lastDay?: CivilDate;
  /** Its last day has passed already. */
  readonly late: boolean;
}

/** Refusals that leave the item open: it will be answered, but otherwise or by somebody else than expected. */
const openToAnotherAnswer: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['answerInvalid', 'notAddressee', 'separationOfDuties']);

/** What people could not do as expected, and when they tried. */
export const triedInVain = ({ refusals }: Rehearsal) =>
  refusals.flatMap(({ request: { act, receivedAt }, refusal: { code } }) =>
    'id' in act && openToAnotherAnswer.has(code) ? [{ id: act.id, at: receivedAt }] : [],
  );

/** What people do in a rehearsal from today on, what they try in vain, and what is asked of them and nobody does. */
export function expectedActs(procedure: Procedure, rehearsal: Rehearsal, { seen, undone, now }: ForecastPlayer): ExpectedAct[] {
  const broughtElsewhere = new Set(procedure.events.flatMap(({ key, watchedBy }) => (watchedBy === undefined ? [] : [key])));
  const done = rehearsal.acts.flatMap(({ act, receivedAt }) => ('id' in act ? [{ id: act.id, at: receivedAt }] : []));
  const open = [...undone].map((id) => ({ id, at: undefined }));
  return [...done, ...triedInVain(rehearsal), ...open]
    .flatMap(({ id, at }) => {
      const item = seen.get(id);
      // What another case brings is done by that case's people.
      return item && !broughtElsewhere.has(item.key) ? expected(item, now, at) : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

function expected({ id, key, kind, to, due, openedAt }: OpenItem, now: Instant, at: Instant | undefined): ExpectedAct[] {
  if (kind === 'child' || !to) return [];
  const { role, person, group } = to;
  const earliest = civilDateAt(Math.max(now, openedAt));
  const lastDay = due?.lastDay ?? earliest;
  return [
    {
      item: id,
      key,
      kind,
      on: at === undefined ? (lastDay > earliest ? lastDay : earliest) : civilDateAt(at),
      role,
      ...(person !== undefined && { person }),
      ...(group !== undefined && { group }),
      ...(due && { lastDay: due.lastDay }),
      late: due !== undefined && due.firesAt <= now,
    },
  ];
}
