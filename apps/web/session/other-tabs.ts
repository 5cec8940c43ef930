/** Says to the other tabs of this browser that its session was renewed in one of them. */
const channel = new BroadcastChannel('jalon-session');

export const tellOtherTabs = () => channel.postMessage('renewed');

/** @returns what undoes it. */
export function onRenewedElsewhere(listener: () => void): () => void {
  channel.addEventListener('message', listener);
  return () => channel.removeEventListener('message', listener);
}
