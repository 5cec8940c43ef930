import type { CivilDate } from '../calendar/civil-date.js';
import { civilDateAt } from '../calendar/paris-time.js';
import type { CaseView, Wait } from './case-view.js';
import type { PersonId } from './people.js';
import type { Procedure } from './procedure.js';
import type { OpenItem, Player } from './rehearsal.js';

/** What a player does about an open item of a running case, and on which day. */
export interface PlannedAct {
  readonly item: OpenItem;
  readonly on: CivilDate;
  readonly answer: unknown;
  readonly by: PersonId;
}

/** The acts of a player on a running case as it stands, the soonest first: a rehearsal's parts, played on a living case. */
export function plannedActs(procedure: Procedure, { waits }: CaseView, play: Player): PlannedAct[] {
  return waits
    .flatMap((wait) => {
      const item = openItem(procedure, wait);
      if (!item) return [];
      const played = play(item);
      if (played === 'never') return [];
      const hours = (played.afterDays ?? 0) * 24 + (played.afterHours ?? 0);
      return [{ item, on: civilDateAt(item.openedAt + hours * 3_600_000), answer: played.answer, by: played.by }];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

function openItem({ tasks, events }: Procedure, { kind, key, id, since, due, context, who, except, optional, onLapse }: Wait) {
  if (kind !== 'task' && kind !== 'event') return undefined;
  const form = (kind === 'task' ? tasks : events).find((one) => one.key === key)?.form;
  const item: OpenItem = {
    kind,
    key,
    id,
    nth: Number(id.slice(key.length + 1)),
    openedAt: since,
    context,
    except: except ?? [],
    optional: optional ?? false,
    mayLapse: optional === true || (onLapse !== 'escalate' && due !== undefined),
    form: () => form?.(context as never),
    ...(who && { to: who }),
    ...(due && { due }),
  };
  return item;
}
