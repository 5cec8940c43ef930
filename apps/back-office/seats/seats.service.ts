import { Inject, Injectable } from '@nestjs/common';
import { icalendar } from '#activities/icalendar/icalendar.js';
import { taskId } from '#activities/journal/rows.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import { recordAttendance } from '#workflows/seated-event/attendance.js';
import { eventCalledOff } from '#workflows/seated-event/bookings.js';
import { seatedEventInput, type SeatedEventInput } from '#workflows/seated-event/input.js';
import { noteRead } from '../accesses/opened-files.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Fields } from '../openapi/fields.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { PeopleService } from '../people/people.service.js';
import { holdsFor } from '../permissions/holds-for.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { dateOf, eventRow, placeView, seatedEventProcedure, SeatedEvents, type StoredEvent } from './seated-events.js';
import type { NewSeatedEvent, SeatedEvent, SeatedEventRef, SeatedEventRow, SeatedPerson } from './seats.dto.js';

/** Events with seats, for who offers them. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly events: SeatedEvents,
    private readonly people: PeopleService,
    private readonly engine: CaseEngine,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async list(viewer: Viewer, editionId: string): Promise<Fields<SeatedEventRow>[]> {
    if (!holdsFor(viewer, 'programManager', seatedEventProcedure)) return [];
    const events = await this.events.ofEditions([editionId]);
    const places = await this.events.places(events.map(({ ref }) => ref));
    return events.map((event) => eventRow(event, places));
  }

  async get(viewer: Viewer, ref: string): Promise<Fields<SeatedEvent>> {
    const event = await this.managed(viewer, ref);
    const places = await this.events.places([ref]);
    const owners = await this.prisma.caseFile.findMany({
      where: { ref: { in: places.map(({ year }) => year) } },
      select: { ref: true, ownerId: true },
    });
    const ownerOf = new Map(owners.map((one) => [one.ref, one.ownerId]));
    const names = await this.people.names([...ownerOf.values()]);
    const task = await this.prisma.task.findFirst({
      where: { caseRef: ref, key: recordAttendance.key, status: 'open' },
      select: { item: true },
    });
    const people = places.map((place): Fields<SeatedPerson> => {
      const id = ownerOf.get(place.year) ?? '';
      return { id, name: names.get(id) ?? '', year: place.year, place: placeView(place, places) };
    });
    return { ...eventRow(event, places), people, ...(task && { attendanceTask: taskId(ref, task.item) }) };
  }

  /** The same event offered again, after a slow answer, is the one that was offered. */
  async offer(viewer: Viewer, asked: NewSeatedEvent): Promise<SeatedEventRef> {
    if (!holdsFor(viewer, 'programManager', seatedEventProcedure)) throw notFound();
    this.check(asked);
    const edition = await this.prisma.edition.findUnique({ where: { id: asked.editionId } });
    if (!edition) throw new Problem('invalid', { fields: { editionId: 'Cette édition n’existe pas.' } });
    const { kind, title, place, on, startsAt, endsAt, seats } = asked;
    const offered = { kind, title, place, on, startsAt, endsAt, seats, editionId: edition.id, owner: viewer.id };
    const input = seatedEventInput.parse(offered);
    const known = (await this.events.ofEditions([edition.id])).find((event) => event.status === 'open' && isSame(event.input, input));
    return { ref: known?.ref ?? (await this.open(viewer, input)) };
  }

  async callOff(viewer: Viewer, ref: string, key: string, reason: string): Promise<Receipt> {
    await this.managed(viewer, ref);
    const act = { kind: 'happen' as const, id: eventCalledOff.key, data: { reason } };
    return this.engine.act(ref, { key, by: viewer.id, roles: ['programManager'], act });
  }

  /** For a calendar. Anybody who may take part in the edition, or offers it. */
  async calendar(viewer: Viewer, ref: string): Promise<string> {
    const event = await this.events.of(ref);
    const takesPart = await this.prisma.editionMember.count({
      where: {
        editionId: event.input.editionId,
        OR: [{ personId: viewer.id }, { caseRef: { in: await this.delegatedTo(viewer) } }],
      },
    });
    if (takesPart === 0 && !holdsFor(viewer, 'programManager', seatedEventProcedure)) throw notFound();
    return icalendar([dateOf(event)], {
      name: event.input.title,
      host: new URL(this.environment.JALON_BASE_URL).hostname,
      writtenAt: Date.now(),
    });
  }

  private async delegatedTo({ id }: Viewer): Promise<string[]> {
    const rows = await this.prisma.delegation.findMany({ where: { personId: id }, select: { caseRef: true } });
    return rows.map(({ caseRef }) => caseRef);
  }

  private managed(viewer: Viewer, ref: string): Promise<StoredEvent> {
    if (!holdsFor(viewer, 'programManager', seatedEventProcedure)) throw notFound();
    noteRead(viewer, ref, ['programManager']);
    return this.events.of(ref);
  }

  private check({ on, startsAt, endsAt }: NewSeatedEvent): void {
    if (on <= civilDateAt(Date.now())) throw new Problem('invalid', { fields: { on: 'Choisissez un jour à venir.' } });
    if (endsAt <= startsAt) throw new Problem('invalid', { fields: { endsAt: 'L’événement finit après avoir commencé.' } });
  }

  private async open(viewer: Viewer, input: SeatedEventInput): Promise<string> {
    const today = civilDateAt(Date.now());
    const procedure = procedureInForce(seatedEventProcedure, today);
    if (!procedure) throw new Error('No revision of events with seats is in force.');
    const [numbered] = await this.prisma.$queryRaw<{ number: bigint }[]>`SELECT nextval('case_number') AS number`;
    const ref = `EVENEMENT-${today.slice(0, 4)}-${String(numbered?.number ?? 0n).padStart(6, '0')}`;
    await this.engine.open({ procedure: procedure.id, revision: procedure.revision, ref, input, by: viewer.id });
    return ref;
  }
}

const isSame = (a: SeatedEventInput, b: SeatedEventInput): boolean =>
  a.kind === b.kind && a.title === b.title && a.on === b.on && a.startsAt === b.startsAt && a.place === b.place;
