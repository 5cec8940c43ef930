import { signal } from '../kit/signal.js';

/** Why payments wait: a late report, a breach that is looked into. Each reason is placed and lifted on its own. */
export class Holds {
  private count = 0;
  private placed = signal();
  private lifted = signal();

  constructor() {
    this.lifted.give();
  }

  get any(): boolean {
    return this.count > 0;
  }

  /** Payments wait from now on; returns what lifts this hold, which may be called again without effect. */
  place(): () => void {
    if (this.count++ === 0) {
      this.lifted = signal();
      this.placed.give();
    }
    let standing = true;
    return () => {
      if (!standing) return;
      standing = false;
      if (--this.count > 0) return;
      this.placed = signal();
      this.lifted.give();
    };
  }

  /** Resolves as soon as nothing holds payments. */
  get whenLifted(): Promise<void> {
    return this.lifted.given;
  }

  /** Resolves as soon as something does. */
  get whenPlaced(): Promise<void> {
    return this.placed.given;
  }
}
