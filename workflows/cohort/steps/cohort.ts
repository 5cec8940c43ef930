import type { CivilDate } from '../../calendar/civil-date.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { signal } from '../../kit/signal.js';
import type { CohortInput } from '../input.js';
import { news, type SeatGiven } from '../news.js';
import { calendarOf, type CohortPlan } from '../plan.js';
import { emptyRegister, ended, left, overloaded, type Register, seatsGiven } from '../register.js';

/** A cohort in motion: what its branches share. */
export class Cohort {
  register: Register;
  /** How its members' cases end. */
  readonly outcomes: Promise<Outcome>[] = [];
  private turn = signal();

  constructor(
    readonly file: CaseFile,
    readonly input: CohortInput,
  ) {
    this.register = emptyRegister(input.seats, input.plan);
  }

  get plan(): CohortPlan {
    return this.register.plan;
  }

  /** Resolves when the plan changes: what was asked under the former one is no longer needed. */
  get replanned(): Promise<void> {
    return this.turn.given;
  }

  /** Puts the register in the place of the former one, and tells the branches when its plan is another. */
  become(register: Register): void {
    const changed = register.plan !== this.plan;
    this.register = register;
    if (!changed) return;
    const { turn } = this;
    this.turn = signal();
    turn.give();
  }

  /** Gives the seats that are free, and says so to whom they go. */
  giveSeats(by: PersonId): void {
    const { register, given } = seatsGiven(this.register, this.file.today());
    this.become(register);
    const { startsOn, juryOn, resitBy } = calendarOf(this.plan);
    for (const { ref, coach } of given) {
      if (coach === undefined) continue;
      this.file.inform(ref, news.seatGiven, { startsOn, juryOn, resitBy, coach } satisfies SeatGiven, by);
    }
    const tooMany = overloaded(this.register);
    if (given.length > 0 && tooMany.length > 0)
      this.file.tell({ role: 'programManager' }, 'coach-over-load', {
        coaches: tooMany.map(({ person, held, load }) => ({ person, held, load })),
      });
  }

  /** The member's seat is free; the first of the waiting list gets it. */
  leaves(ref: string, by: PersonId): void {
    this.become(left(this.register, ref));
    this.giveSeats(by);
  }

  /** The member's case is closed. */
  ends(ref: string): void {
    this.become(ended(this.register, ref));
    this.giveSeats(this.input.manager);
  }

  /** Waits for a day of the plan, whichever it becomes. */
  async reached(dayOf: (plan: CohortPlan) => CivilDate, why: string): Promise<void> {
    while (this.file.today() < dayOf(this.plan)) await this.file.wait(dayOf(this.plan), why, { until: this.replanned });
  }
}
