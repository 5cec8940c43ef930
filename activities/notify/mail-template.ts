import type { CivilDate, Instant } from '#workflows/calendar/civil-date.js';
import type { CaseSummary } from '#workflows/kit/journal.js';
import type { Addressee } from '#workflows/kit/people.js';
import type { CalendarDate } from '../icalendar/icalendar.js';
import type { ServiceContact } from '../service-contact.js';

/** The wording of a mail; typed with ordinary spaces, see typeset.ts. */
export interface MailWording {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, and the page where it is done. */
  readonly action?: { readonly label: string; readonly path: string };
  /** Last day to do it. */
  readonly lastDay?: CivilDate;
  /** A date that goes with the mail, for the reader's calendar. */
  readonly date?: CalendarDate;
}

/** What a template knows of the case. */
export interface MailContext {
  readonly ref: string;
  readonly on: CivilDate;
  /** The moment it is about, where that is known more finely than by its day. */
  readonly at?: Instant;
  readonly summary: CaseSummary;
  /** Label of the procedure. */
  readonly procedure: string;
  readonly service: ServiceContact;
}

/** `to` is whom the story tells: one message may be worded for each. */
export type MailTemplate = (data: unknown, context: MailContext, to: Addressee) => MailWording;
