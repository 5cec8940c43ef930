/** Something that may come again and again: whoever waits for `next` learns of the one that follows. */
export class Signal {
  private current = pending();

  get next(): Promise<void> {
    return this.current.come;
  }

  give(): void {
    const { give } = this.current;
    this.current = pending();
    give();
  }
}

function pending(): { readonly come: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const come = new Promise<void>((resolve) => (give = resolve));
  return { come, give: () => give() };
}

/** Whether a promise has resolved by now: what ended an item that several things may end. */
export function arrivalOf(promise: Promise<unknown>): () => boolean {
  let hasCome = false;
  void promise.then(() => (hasCome = true));
  return () => hasCome;
}
