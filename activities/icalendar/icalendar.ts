import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CivilDate, Instant } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { typeset } from '../typeset.js';

/** A date as a calendar takes it. Times are Paris time, `HH:MM`. */
export interface CalendarDate {
  /** The same for every version of this date: what tells a calendar to replace, not to add. */
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly on: CivilDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly note?: string;
  /** Page of the date; holds no secret. */
  readonly url?: string;
  readonly cancelled?: boolean;
}

interface Of {
  /** Who publishes it. */
  readonly name: string;
  /** Host of the identifiers. */
  readonly host: string;
  readonly writtenAt: Instant;
}

/** Dates as an iCalendar file (RFC 5545): one that is cancelled alone takes itself off the calendar that it was added to. */
export function icalendar(dates: readonly CalendarDate[], { name, host, writtenAt }: Of): string {
  const cancels = dates.length > 0 && dates.every(({ cancelled }) => cancelled === true);
  const calendar = ical({ name: typeset(name), prodId: { company: 'Jalon', product: 'Jalon', language: 'FR' } });
  calendar.method(cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH);
  for (const { id, title, place, on, startsAt, endsAt, note, url, cancelled } of dates)
    calendar.createEvent({
      id: `${id}@${host}`,
      summary: typeset(title),
      location: typeset(place),
      start: new Date(instantAt(on, startsAt as `${number}:${number}`)),
      end: new Date(instantAt(on, endsAt as `${number}:${number}`)),
      stamp: new Date(writtenAt),
      // A later version replaces an earlier one; a minute is fine enough to order them.
      sequence: Math.floor(writtenAt / 60_000) % 2_000_000_000,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(note !== undefined && { description: typeset(note) }),
      ...(url !== undefined && { url }),
    });
  return calendar.toString();
}
