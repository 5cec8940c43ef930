import { sessionEvents } from '../api/session-events.js';

const key = 'jalon.dernier-usage';

/** When the server last answered, in whichever tab: one that works keeps the others from warning. */
export const lastUse = () => Number(localStorage.getItem(key) ?? Date.now());

/** Notes each answer from now on. */
export function noteUses(): () => void {
  const note = () => localStorage.setItem(key, String(Date.now()));
  note();
  return sessionEvents.on('used', note);
}
