import { addDays, addMonths, type CivilDate } from '../calendar/civil-date.js';
import type { CaseFile, Stage } from '../kit/case-file.js';
import type { Outcome } from '../kit/journal.js';
import type { PersonId } from '../kit/people.js';
import { openCents, type Account } from './account.js';
import { eligibleCents } from './application.js';
import { signal } from '../kit/signal.js';
import { FundedJourneys } from './funded-journeys.js';
import { Holds } from './holds.js';
import { applicants, type FtapInput } from './input.js';
import { instalmentCents } from './marks.js';

/** Who is kept out of what, once the award is made. */
export interface Parts {
  /** Who made the award. */
  readonly awardedBy: PersonId;
  readonly decidedOn: CivilDate;
  readonly reviewers: readonly PersonId[];
}

/** A grant while it lives: its terms as amended, its money, and what its payments wait for, and the journeys it pays for. */
export class Grant {
  readonly holds = new Holds();
  readonly journeys = new FundedJourneys();
  /** Number of the legal commitment in Chorus. */
  ejNumber = '';
  /** Versions of the convention, then of its amendments. */
  version = 0;
  /** Wordings agreed after the first version. */
  readonly changes: string[] = [];
  /** An amendment that is being decided: the project does not end meanwhile. */
  amendment: Promise<void> | undefined;
  startsOn: CivilDate;
  endsOn: CivilDate;
  private stage: Stage | undefined;
  private readonly end = signal();

  constructor(
    readonly input: FtapInput,
    readonly parts: Parts,
    readonly account: Account,
  ) {
    const { startsOn } = input.application.project;
    this.startsOn = startsOn;
    this.endsOn = this.lastDayFrom(startsOn);
  }

  /** The grant as amended, less what was taken back or given back. */
  get amountCents(): number {
    return openCents(this.account);
  }

  get eligibleCents(): number {
    return eligibleCents(this.input.application.budget.lines);
  }

  /** The plan of payments, at the grant's present amount. */
  get instalments() {
    const { instalments } = this.input.call;
    return instalments.map((instalment, index) => ({
      ...instalment,
      amountCents: instalmentCents(this.amountCents, instalments, index),
    }));
  }

  /** Everybody who may not decide on the grant: its applicants and its reviewers. */
  get notDeciding(): readonly PersonId[] {
    return [...new Set([...applicants(this.input), ...this.parts.reviewers])];
  }

  /** No project starts before its convention is signed: one that would have is shifted as a whole [D]. */
  signedOn(day: CivilDate): void {
    if (day <= this.startsOn) return;
    this.startsOn = day;
    this.endsOn = this.lastDayFrom(day);
  }

  /** Resolves when the project is over. */
  get over(): Promise<void> {
    return this.end.given;
  }

  isOver(file: Pick<CaseFile, 'today'>): boolean {
    return file.today() > this.endsOn;
  }

  projectEnds(): void {
    this.end.give();
  }

  /** The main way goes on to a stage; a side way comes back to it. */
  enter(file: CaseFile, stage: Stage): void {
    this.stage = stage;
    file.enter(stage);
  }

  comeBack(file: CaseFile): void {
    if (this.stage) file.enter(this.stage);
  }

  /** How the grant ends, with its money: what was awarded is what is held, plus what came back and what was given back. */
  outcome(kind: string, reason?: string): Outcome {
    return { kind, ...(reason !== undefined && { reason }), data: { ...this.account } };
  }

  private lastDayFrom(startsOn: CivilDate): CivilDate {
    return addDays(addMonths(startsOn, this.input.application.project.durationMonths), -1);
  }
}
