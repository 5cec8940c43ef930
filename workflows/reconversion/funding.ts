import type { PersonId } from '../kit/people.js';
import { signal } from '../kit/signal.js';

/** The grant that pays for a journey. It is settled when the grant has heard that the journey began; then it stays. */
export class Funding {
  /** On whose behalf the grant is told: who retained the candidate, then who named the grant. */
  servedBy: PersonId | undefined;
  hasBegun = false;
  readonly settled = signal();
  isSettled = false;

  constructor(public grant: string | undefined) {}

  name(grant: string | undefined, by: PersonId): void {
    this.grant = grant;
    this.servedBy = by;
  }

  settle(): void {
    this.isSettled = true;
    this.settled.give();
  }
}
