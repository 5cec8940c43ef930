import { addMonths, type CivilDate } from '../calendar/civil-date.js';
import type { CaseFile } from '../kit/case-file.js';
import type { Addressee, PersonId } from '../kit/people.js';
import type { JourneyCalendar } from './calendar.js';
import type { JourneyInput } from './input.js';
import { Funding } from './funding.js';
import { Signal } from './signal.js';
import type { Track } from './template.js';

/** Milestones validated in an earlier journey count for this long. */
const keptForMonths = 24;

export type MilestoneResult = 'validated' | 'kept' | 'missed';

/** What a story remembers of a journey: its dates, its coach, its track, its milestones, who pays for it. */
export class Journey {
  calendar: JourneyCalendar;
  track: Track | undefined;
  coach: PersonId | undefined;
  /** Everybody who has coached the participant: none of them judges them. */
  readonly coaches = new Set<PersonId>();
  readonly results = new Map<string, MilestoneResult>();
  /** Set when the participant has handed in everything and only the jury is awaited. */
  isReady = false;
  readonly ready = new Signal();
  /** The result is known, or the journey has ended early: dates that still move concern others. */
  isOver = false;
  readonly funding: Funding;
  /** A sign of the participant: a line of the log, something handed in, a meeting. */
  readonly sign = new Signal();
  readonly startMoved = new Signal();
  readonly juryMoved = new Signal();
  readonly coachChanged = new Signal();
  /** What the former coach had open passes to the new one. */
  readonly handedOver = new Signal();

  constructor(readonly input: JourneyInput) {
    this.calendar = input.calendar;
    this.funding = new Funding(input.fundedBy);
    this.track = input.template.tracks.find(({ key }) => key === input.track);
  }

  get toCoach(): Addressee {
    return { role: 'coach', ...(this.coach !== undefined && { person: this.coach }) };
  }

  /** The cohort's dates as they are now; tells who waits for one that moved. */
  reschedule(dates: Partial<JourneyCalendar>): void {
    const { startsOn, juryOn, resitBy } = this.calendar;
    this.calendar = { ...this.calendar, ...dates };
    if (this.calendar.startsOn !== startsOn) this.startMoved.give();
    if (this.calendar.juryOn !== juryOn || this.calendar.resitBy !== resitBy) this.juryMoved.give();
  }

  coachedBy(coach: PersonId | undefined): void {
    if (coach === undefined || coach === this.coach) return;
    this.coach = coach;
    this.coaches.add(coach);
    this.coachChanged.give();
  }

  /** Milestones of an earlier journey that still count, those of this template alone. */
  keepMilestones(today: CivilDate): void {
    const { leftOn, keeps, template } = this.input;
    if (leftOn !== undefined && addMonths(leftOn, keptForMonths) < today) return;
    for (const { key } of template.milestones) if (keeps.includes(key)) this.results.set(key, 'kept');
  }

  /** Keys of the milestones that a later journey may keep. */
  get validated(): string[] {
    return [...this.results].flatMap(([key, result]) => (result === 'missed' ? [] : [key]));
  }

  /** Labels of them, as a certificate tells them. */
  get validatedLabels(): string[] {
    return this.input.template.milestones.filter(({ key }) => this.validated.includes(key)).map(({ label }) => label);
  }

  measure(file: CaseFile, what: string, value: number, unit = 'agents', evidence?: readonly string[]): void {
    file.measure(`journey/${what}`, value, unit, evidence);
  }
}
