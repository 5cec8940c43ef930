type Listener = () => void;

const listeners = { expired: new Set<Listener>(), renewed: new Set<Listener>(), used: new Set<Listener>() };

/** What happens to the session while pages are open: it expires, is renewed without leaving the page, is used. */
export const sessionEvents = {
  expired: () => listeners.expired.forEach((listener) => listener()),
  renewed: () => listeners.renewed.forEach((listener) => listener()),
  /** The server has answered a signed-in person: the session goes on. */
  used: () => listeners.used.forEach((listener) => listener()),
  /** @returns what undoes it. */
  on(event: keyof typeof listeners, listener: Listener): () => void {
    listeners[event].add(listener);
    return () => listeners[event].delete(listener);
  },
};
