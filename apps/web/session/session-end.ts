/** The server notes that somebody is there once a minute at most: counted from here, the session may end that much earlier. */
const noticedWithinMs = 60_000;
/** A screen reader, a slow hand: RGAA wants time to answer. */
const warnedBeforeMs = 5 * 60_000;

export interface SessionClock {
  /** The last answer that any tab had from the server. */
  readonly lastUsedAt: number;
  readonly idleMs: number;
  /** Whatever is done meanwhile. */
  readonly endsAt: number;
}

export type SessionEnd =
  | { readonly kind: 'far' }
  | { readonly kind: 'over' }
  /** `extendable`: a request pushes it back. */
  | { readonly kind: 'near'; readonly at: number; readonly extendable: boolean };

/** How the session stands at this moment. */
export function sessionEnd({ lastUsedAt, idleMs, endsAt }: SessionClock, now: number): SessionEnd {
  const idleEnd = lastUsedAt + idleMs - noticedWithinMs;
  const at = Math.min(idleEnd, endsAt);
  if (now >= at) return { kind: 'over' };
  return now >= at - warnedBeforeMs ? { kind: 'near', at, extendable: idleEnd < endsAt } : { kind: 'far' };
}
