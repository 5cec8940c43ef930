import { Inject, Injectable } from '@nestjs/common';
import { type CalendarDate, icalendar } from '#activities/icalendar/icalendar.js';
import { places } from '#workflows/cohort/plan.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { JourneyCalendar } from '#workflows/reconversion/calendar.js';
import { CaseAccess } from '../cases/case-access.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import { CohortReader } from './cohort-reader.js';
import { journeyIds } from './cohort-plan.dto.js';

/** Hours of a session and of the jury, which the plan does not say [D]. */
const hours = { startsAt: '09:30', endsAt: '17:00' } as const;

/** The dates of a participant, for a calendar: those of their own case, as their cohort last told them. */
@Injectable()
export class MemberCalendarService {
  constructor(
    private readonly access: CaseAccess,
    private readonly reader: CohortReader,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async of(viewer: Viewer, ref: string): Promise<string> {
    const { procedure, title } = await this.access.read(viewer, ref);
    if (!journeyIds.some((id) => id === procedure)) throw notFound();
    const { startsOn, juryOn, sessions } = calendarIn(await this.reader.journalOf(ref));
    const url = new URL(`/dossiers/${encodeURIComponent(ref)}`, this.environment.JALON_BASE_URL);
    const date = (id: string, rest: Pick<CalendarDate, 'title' | 'place' | 'on'>): CalendarDate => ({
      id: `${ref}-${id}`,
      ...hours,
      url: url.href,
      ...rest,
    });
    return icalendar(
      [
        date('start', { title: 'Début du parcours', place: 'Campus du numérique public', on: startsOn }),
        ...sessions.map((one) => date(one.id, { title: one.title, place: placeLabel(one.place), on: one.on })),
        date('jury', { title: 'Soutenance devant le jury', place: 'Campus du numérique public', on: juryOn }),
      ],
      { name: title, host: url.hostname, writtenAt: Date.now() },
    );
  }
}

const placeLabel = (place: string): string => (places as Readonly<Record<string, string>>)[place] ?? place;

/** The dates that the case began with, and what its cohort told it since. */
export function calendarIn(entries: readonly Entry[]): JourneyCalendar {
  const [opened] = entries;
  if (opened?.type !== 'opened') throw new RangeError('The journal of a case begins with its opening.');
  const events = new Map(entries.flatMap((entry) => (entry.type === 'expected' ? [[entry.id, entry.event] as const] : [])));
  const told = entries.flatMap((entry) =>
    entry.type === 'happened' && ['calendar-changed', 'seat-given'].includes(events.get(entry.id) ?? '')
      ? [entry.data as Partial<JourneyCalendar>]
      : [],
  );
  return told.reduce<JourneyCalendar>(
    (dates, { startsOn = dates.startsOn, juryOn = dates.juryOn, resitBy = dates.resitBy, sessions = dates.sessions }) => ({
      startsOn,
      juryOn,
      resitBy,
      sessions,
    }),
    (opened.input as { calendar: JourneyCalendar }).calendar,
  );
}
