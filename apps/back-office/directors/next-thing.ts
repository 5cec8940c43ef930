import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { SeatState } from '#workflows/seated-event/news.js';

export interface OpenTask {
  readonly id: string;
  readonly label: string;
  readonly lastDay?: CivilDate;
}

export interface Offer {
  readonly ref: string;
  readonly kind: 'visit' | 'activity' | 'session';
  readonly on: CivilDate;
  readonly seatsLeft: number;
  readonly open: boolean;
  readonly state?: SeatState;
}

export interface Situation {
  readonly today: CivilDate;
  readonly stage: string;
  readonly tasks: readonly OpenTask[];
  readonly offers: readonly Offer[];
  /** Events to which the director has said no. */
  readonly declined: ReadonlySet<string>;
  readonly launched: boolean;
  /** Visits and activities still expected. */
  readonly left: { readonly visit: number; readonly activity: number };
}

/** The one thing to do now, by yes or no; or the next date; or nothing. */
export type NextThing =
  | { readonly kind: 'confirm'; readonly event: string }
  | { readonly kind: 'task'; readonly task: OpenTask }
  | { readonly kind: 'offer'; readonly event: string }
  | { readonly kind: 'date'; readonly event: string }
  | { readonly kind: 'nothing' };

const mine = new Set<SeatState | undefined>(['confirmed', 'toConfirm', 'coming', 'waiting']);

/**
 * What comes first: an answer that others wait for, then one's own task, then a date to choose. A missed date is never mentioned: another
 * one is offered, and that is all.
 */
export function nextThing({ today, stage, tasks, offers, declined, launched, left }: Situation): NextThing {
  const ahead = offers.filter(({ on }) => on >= today).sort((a, b) => a.on.localeCompare(b.on));
  const unsure = ahead.find(({ state }) => state === 'toConfirm');
  if (unsure) return { kind: 'confirm', event: unsure.ref };
  const [task] = [...tasks].sort((a, b) => (a.lastDay ?? '9999').localeCompare(b.lastDay ?? '9999'));
  if (task) return { kind: 'task', task };
  const offered = ahead.find((one) => isOffered(one, { stage, declined, launched, left: wanting(left, ahead) }));
  if (offered) return { kind: 'offer', event: offered.ref };
  const date = ahead.find(({ state }) => state === 'confirmed' || state === 'coming');
  return date ? { kind: 'date', event: date.ref } : { kind: 'nothing' };
}

/** What is expected beyond what is booked already. */
const wanting = (left: Situation['left'], ahead: readonly Offer[]): Situation['left'] => {
  const booked = (kind: Offer['kind']) => ahead.filter((one) => one.kind === kind && mine.has(one.state)).length;
  return { visit: left.visit - booked('visit'), activity: left.activity - booked('activity') };
};

function isOffered(
  { ref, kind, seatsLeft, open, state }: Offer,
  { stage, declined, launched, left }: Pick<Situation, 'stage' | 'declined' | 'launched' | 'left'>,
): boolean {
  if (!open || seatsLeft <= 0 || mine.has(state) || declined.has(ref)) return false;
  if (kind === 'session') return !launched && stage !== 'launch';
  if (stage === 'launch' || stage === 'followUp') return false;
  if (kind === 'activity' && stage === 'projection') return false;
  return left[kind] > 0;
}
